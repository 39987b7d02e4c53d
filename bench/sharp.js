// The other side of bench/engine: sharp, asked in lines of JSON on standard input, answering in lines of JSON on standard output.
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const sharp = require('sharp');

sharp.cache(false);
sharp.concurrency(1); // as libvips is set in Latent: requests keep the processors busy

// What Latent writes: AVIF at effort 2 and with the chroma subsampling that libvips chooses by itself; JPEG in either coding.
const ENCODERS = {
  jpg: (picture, quality) => picture.jpeg({ quality, progressive: true }),
  'jpg-seq': (picture, quality) => picture.jpeg({ quality }),
  webp: (picture, quality) => picture.webp({ quality }),
  avif: (picture, quality) => picture.avif({ quality, effort: 2, chromaSubsampling: '4:2:0' }),
};

const originals = new Map();

function render({ file, width, height, output, quality }) {
  if (!originals.has(file)) originals.set(file, fs.readFileSync(file));
  const picture = sharp(originals.get(file))
    .rotate()
    .resize(width || null, height || null, { fit: 'inside', withoutEnlargement: true });
  return ENCODERS[output](picture, quality).toBuffer();
}

/** The kinds that a folder of photographs may lack, made from one of them. */
async function derive({ file, folder }) {
  const made = {
    'derived-1mp.jpg': (s) => s.resize(1224, 816, { fit: 'cover' }).jpeg({ quality: 90 }),
    'derived-12mp-progressive.jpg': (s) => s.resize(4032, 3024, { fit: 'cover' }).jpeg({ quality: 92, progressive: true }),
    'derived-12mp.jpg': (s) => s.resize(4032, 3024, { fit: 'cover' }).jpeg({ quality: 92 }),
    'derived-50mp.jpg': (s) => s.resize(8640, 5760, { fit: 'cover' }).jpeg({ quality: 88 }),
    'derived-3mp.png': (s) => s.resize(2048, 1536, { fit: 'cover' }).png(),
    'derived-12mp.webp': (s) => s.resize(4032, 3024, { fit: 'cover' }).webp({ quality: 88 }),
  };
  for (const [name, make] of Object.entries(made)) {
    const out = path.join(folder, name);
    if (!fs.existsSync(out)) await make(sharp(file)).toFile(out);
  }
  return { done: true };
}

async function measure(job) {
  const threads = job.threads || 1;
  let bytes;
  const start = process.hrtime.bigint();
  await Promise.all(
    Array.from({ length: threads }, async () => {
      bytes = await render(job);
    }),
  );
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (job.out) fs.writeFileSync(job.out, bytes);
  return { ms: ms / threads, bytes: bytes.length };
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const job = JSON.parse(line);
    const answer = job.folder ? await derive(job) : await measure(job);
    process.stdout.write(JSON.stringify(answer) + '\n');
  }
}

main();
