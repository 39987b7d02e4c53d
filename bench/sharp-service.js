// What a team writes in an afternoon around sharp: fetch the original from S3, resize, answer, put. bench/service runs it beside Latent.
// S3_ENDPOINT, S3_KEY, RENDITIONS: where; ORDER is answer-first, or put-first as in AWS' sample. Prints the port that it listens on.
const http = require('http');
const sharp = require('sharp');
const { AwsClient } = require('aws4fetch');

const { S3_ENDPOINT, S3_KEY, RENDITIONS, ORDER } = process.env;
const s3 = new AwsClient({ accessKeyId: S3_KEY, secretAccessKey: S3_KEY, service: 's3', region: 'us-east-1', retries: 0 });
const NAME = /^\/(.+)_(\d+)_(\d+)\.jpg(\.webp)?$/;

async function render(url) {
  const [, name, width, height, webp] = NAME.exec(url);
  const original = await s3.fetch(`${S3_ENDPOINT}/originals/${name}.jpg`);
  if (!original.ok) throw Object.assign(new Error('no original'), { status: 404 });
  const resized = sharp(Buffer.from(await original.arrayBuffer()))
    .rotate()
    .resize(Number(width) || null, Number(height) || null, { fit: 'inside', withoutEnlargement: true });
  return webp
    ? { type: 'image/webp', body: await resized.webp({ quality: 80 }).toBuffer() }
    : { type: 'image/jpeg', body: await resized.jpeg({ quality: 80 }).toBuffer() };
}

async function put(url, { type, body }) {
  const answer = await s3.fetch(`${S3_ENDPOINT}/${RENDITIONS}${url}`, {
    method: 'PUT',
    body,
    headers: { 'content-type': type, 'cache-control': 'public, max-age=12312312' },
  });
  if (!answer.ok) console.error(`put ${url}: ${answer.status}`);
  await answer.arrayBuffer();
}

http
  .createServer(async (request, response) => {
    try {
      const rendition = await render(request.url);
      if (ORDER === 'put-first') await put(request.url, rendition);
      response.writeHead(200, { 'Content-Type': rendition.type, 'Content-Length': rendition.body.length });
      response.end(rendition.body);
      if (ORDER !== 'put-first') await put(request.url, rendition);
    } catch (e) {
      if (!response.headersSent) response.writeHead(e.status || 500);
      response.end();
      if (!e.status) console.error(e);
    }
  })
  .listen(0, '127.0.0.1', function () {
    console.log(`on port ${this.address().port}`);
  });
