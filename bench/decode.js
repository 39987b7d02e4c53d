// The other side of bench/pictures: what sharp makes of a picture, or of what heif-convert made of it, as raw pixels on white.
// A line in: a file's path. A line out: WIDTH HEIGHT BASE64-OF-RGB, or "refused" and why.
const fs = require('fs');
const os = require('os');
const path = require('path');
const readline = require('readline');
const { spawnSync } = require('child_process');
const sharp = require('sharp');

sharp.cache(false);
sharp.concurrency(1);
const SIDE = 160;
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'pictures-'));

/** AVIF and HEIC by libheif's own program, which turns pictures as the file says: sharp reads them by libvips, as we do, and would share its faults. */
function byAnotherDecoder(file) {
  const brand = fs.readFileSync(file).subarray(4, 12).toString('latin1');
  if (!/^ftyp(avif|avis|heic|heix|mif1)/.test(brand)) return file;
  const png = path.join(scratch, 'decoded.png');
  fs.rmSync(png, { force: true });
  const run = spawnSync('heif-convert', [file, png], { encoding: 'utf8' });
  if (run.error || !fs.existsSync(png)) throw new Error(`heif-convert: ${run.error || run.stderr || run.stdout}`);
  return png;
}

async function decode(file) {
  const { data, info } = await sharp(fs.readFileSync(byAnotherDecoder(file)), { failOn: 'none' })
    .rotate()
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return `${info.width} ${info.height} ${data.toString('base64')}`;
}

async function main() {
  for await (const file of readline.createInterface({ input: process.stdin })) {
    const answer = await decode(file).catch((e) => `refused ${String(e.message).split('\n')[0]}`);
    process.stdout.write(answer + '\n');
  }
  fs.rmSync(scratch, { recursive: true });
}

main();
