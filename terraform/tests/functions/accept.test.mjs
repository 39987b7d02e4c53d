// The format an Accept header leads to: what browsers, mail readers and bots really send, and what nobody should.
import assert from 'node:assert/strict';
import test from 'node:test';
import { functionWith } from './function.mjs';

const ask = functionWith();
const formatFor = (accept, name = 'p_600_400.jpg') => ask('/' + name, accept === null ? {} : { accept }).uri.slice(1 + name.length);

const AVIF = '.avif';
const WEBP = '.webp';
const OWN = '';
const REAL = [
  // Browsers, for <img>.
  ['image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', AVIF, 'Chrome 85 and later, Edge 121 and later, Opera'],
  ['image/webp,image/apng,image/*,*/*;q=0.8', WEBP, 'Chrome 59 to 84'],
  ['image/webp,image/*,*/*;q=0.8', WEBP, 'Chrome 32 to 58'],
  ['image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', WEBP, 'Edge 79 to 120'],
  ['image/avif,image/webp,*/*', AVIF, 'Firefox 93 to 127'],
  ['image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5', AVIF, 'Firefox 128 and later'],
  ['image/avif,image/jxl,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5', AVIF, 'Firefox with JPEG XL'],
  ['image/webp,*/*', WEBP, 'Firefox 65 to 92'],
  ['*/*', OWN, 'Firefox 47 to 64, curl, Python, link previews'],
  ['image/png,image/*;q=0.8,*/*;q=0.5', OWN, 'Firefox before 47'],
  ['image/webp,image/avif,image/jxl,image/heic,image/heic-sequence,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5', AVIF, 'Safari 17 and later'],
  ['image/webp,image/avif,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5', AVIF, 'Safari 16'],
  ['image/webp,image/png,image/svg+xml,image/*;q=0.8,video/*;q=0.8,*/*;q=0.5', WEBP, 'Safari 14 and 15'],
  ['image/png,image/svg+xml,image/*;q=0.8,video/*;q=0.8,*/*;q=0.5', OWN, 'Safari 11.1 to 13'],
  ['image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5', OWN, 'Internet Explorer 11, Safari 11'],
  ['image/png, image/svg+xml, image/jxr, image/*;q=0.8, */*;q=0.5', OWN, 'Internet Explorer 11, Edge 12 to 17'],
  ['image/png, image/svg+xml, image/*; q=0.8, */*; q=0.5', OWN, 'Edge 18'],
  // The same visited directly.
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7', AVIF, 'Chrome, address bar'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8', AVIF, 'Firefox, address bar'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8', WEBP, 'Firefox 66, address bar'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.9', WEBP, 'Chrome 79, address bar'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', OWN, 'Safari, Googlebot, address bar'],
  ['text/html, application/xhtml+xml, image/jxr, */*', OWN, 'Internet Explorer, address bar'],
  // Mail readers, previews, bots, libraries.
  [null, OWN, 'no header at all: wget 1.10, many libraries'],
  ['', OWN, 'an empty header'],
  ['image/*', OWN, 'Outlook, Slackbot, Android libraries'],
  ['image/*;q=0.8', OWN, 'iOS URLSession'],
  ['image/*,*/*;q=0.8', OWN, 'Apple Mail'],
  ['image/webp', WEBP, 'a native application'],
  ['image/avif', AVIF, 'a native application'],
  ['image/webp,image/*', WEBP, 'Android WebView, Glide'],
  ['image/jpeg', OWN, 'a camera application'],
  ['image/gif, image/jpeg, image/pjpeg, image/pjpeg, application/x-shockwave-flash, */*', OWN, 'Internet Explorer 8'],
  ['text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', OWN, 'Java HttpURLConnection'],
  ['application/json, text/plain, */*', OWN, 'axios, for JSON'],
  ['application/signed-exchange;v=b3;q=0.9,*/*;q=0.8', OWN, 'Googlebot-Image of 2020'],
  ['image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8,application/signed-exchange;v=b3;q=0.9', AVIF, 'Chrome prefetch'],
  // The standard's own liberties.
  ['IMAGE/AVIF', AVIF, 'types have no case'],
  ['image/webp ; q=0.9 , image/png', WEBP, 'spaces'],
  ['image/avif;q=0,image/webp', WEBP, 'q=0 is a no'],
  ['image/avif;q=0.0,image/webp;q=0.000', OWN, 'q=0.000 is a no'],
  ['image/avif;q=0.001', AVIF, 'the least yes'],
  ['image/avif;q=1.000,image/webp', AVIF, 'three digits'],
  ['image/webp;level=1;q=0.5', WEBP, 'another parameter'],
  ['image/webp;Q=0', OWN, 'parameters have no case'],
];

for (const [accept, expected, who] of REAL) {
  test(`${who}: ${JSON.stringify(accept)} gets ${expected || "the original's own format"}`, () => {
    assert.equal(formatFor(accept), expected);
  });
}

// Numbers from a seed, so that a failure comes again: mulberry32.
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function hostile(seed) {
  const next = numbers(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const pieces = [
    'image/avif', 'image/webp', 'image/*', '*/*', 'image/avif;q=', 'image/webp;q=', 'q=1', ';', ',', ';;;', ',,,', '=', '"', '\\', '\0', '\r\nX: y',
    '../../etc/passwd', '<script>', "' or 1=1", '%2e%2e%2f', '${7*7}', '{{7*7}}', 'image/avifx', 'ximage/avif', 'image/ avif', 'image//avif', '\u0430vif',
    'é', '\ud800', '__proto__', 'constructor', 'NaN', 'Infinity', '1e308', '-1', '0x1', '0.0001', '1.0001', '2', 'q=q=q=', 'a'.repeat(1 + Math.floor(next() * 200)),
    ' ', '\t', 'image/avif;q=0;q=1', '(a+)+$', '.avif/../..', '_dpr-2', '\u202e', 'image/jxl', 'image/svg+xml',
  ];
  return Array.from({ length: 1 + Math.floor(next() * 30) }, () => pick(pieces)).join(pick(['', ',', ';', ', ']));
}

test('1,000 headers, real and hostile, lead to one of three variants and to nothing else', () => {
  const headers = REAL.map(([accept]) => accept);
  for (let seed = 0; headers.length < 1000; seed++) headers.push(hostile(seed));
  const seen = new Set();
  for (const accept of headers) {
    const answer = ask('/widgets/p_600_400.jpg', accept === null ? {} : { accept });
    assert.ok(['/widgets/p_600_400.jpg', '/widgets/p_600_400.jpg.avif', '/widgets/p_600_400.jpg.webp'].includes(answer.uri), JSON.stringify(accept));
    seen.add(answer.uri);
  }
  assert.equal(headers.length, 1000);
  assert.equal(seen.size, 3);
});

test('hostile headers never win a format that they do not hold as a whole range', () => {
  const range = (format) => new RegExp('(^|,)\\s*image/' + format + '\\s*(;|,|$)', 'i');
  for (let seed = 0; seed < 1000; seed++) {
    const accept = hostile(seed);
    const got = formatFor(accept);
    if (got !== OWN) assert.match(accept, range(got.slice(1)), `seed ${seed}`);
  }
});

test('a header of more than a thousand characters is not read and gets the safe format, also one of a megabyte', () => {
  const filled = (length) => 'image/avif,'.padEnd(length, 'x');
  assert.equal(formatFor(filled(1000)), AVIF);
  assert.equal(formatFor(filled(1001)), OWN);
  assert.equal(formatFor(filled(1000000)), OWN);
});

test("an original's own format is never spelt", () => {
  assert.equal(formatFor('image/avif,image/webp', 'p_600_400.avif'), OWN);
  assert.equal(formatFor('image/webp', 'p_600_400.webp'), OWN);
});

test('who asks for no modern format gets JPEG of an original that is one', () => {
  assert.equal(formatFor('*/*', 'p_600_400.avif'), '.jpg');
  assert.equal(formatFor('image/webp', 'p_600_400.avif'), WEBP);
  assert.equal(formatFor(null, 'p_600_400.heic'), '.jpg');
  assert.equal(formatFor('image/*', 'p_600_400.png'), OWN);
});

test('animations and drawings stay what they are', () => {
  assert.equal(formatFor('image/avif,image/webp', 'p_600_400.gif'), OWN);
  assert.equal(formatFor('image/avif,image/webp', 'p_600_400.svg'), OWN);
});

test('a format in the key is the visitor’s own choice', () => {
  assert.equal(ask('/p_600_400.jpg.png', { accept: 'image/avif' }).uri, '/p_600_400.jpg.png');
});

test('without formats in the settings nothing is negotiated', () => {
  assert.equal(functionWith({ formats: [] })('/p_600_400.heic', { accept: 'image/avif' }).uri, '/p_600_400.heic');
});

test('DPR asks for twice the pixels only where it is switched on, high, and Save-Data is not', () => {
  const dense = functionWith({ dpr: true });
  assert.equal(ask('/p_600_400.jpg', { dpr: '2' }).uri, '/p_600_400.jpg');
  assert.equal(dense('/p_600_400.jpg', { dpr: '2' }).uri, '/p_600_400_dpr-2.jpg');
  assert.equal(dense('/p_600_400.jpg', { 'sec-ch-dpr': '1.5' }).uri, '/p_600_400_dpr-2.jpg');
  assert.equal(dense('/p_600_400.jpg', { dpr: '2', 'save-data': 'on' }).uri, '/p_600_400.jpg');
  assert.equal(dense('/p_600_400.jpg', { dpr: '1.25' }).uri, '/p_600_400.jpg');
  assert.equal(dense('/p_600_400.jpg', { dpr: '1e9' }).uri, '/p_600_400.jpg');
  assert.equal(dense('/p_600_400_fill_g-no_q-80.jpg', { dpr: '3' }).uri, '/p_600_400_fill_g-no_dpr-2_q-80.jpg');
  assert.equal(dense('/p_600_400_fill_up_g-30-70_c-8-6-0-0_gray.jpg', { dpr: '3' }).uri, '/p_600_400_fill_up_g-30-70_c-8-6-0-0_dpr-2_gray.jpg');
  assert.equal(dense('/p_600_400_dpr-2.jpg', { dpr: '3' }).uri, '/p_600_400_dpr-2.jpg');
  assert.equal(dense('/p_p-card.jpg', { dpr: '3' }).uri, '/p_p-card.jpg');
  assert.equal(dense('/p_600_400_p-card.jpg', { dpr: '3' }).uri, '/p_600_400_p-card.jpg');
});

test('no density leads to a size that the processor refuses', () => {
  const dense = functionWith({ dpr: true, maxSide: 1000 });
  assert.equal(dense('/p_500_500.jpg', { dpr: '2' }).uri, '/p_500_500_dpr-2.jpg');
  assert.equal(dense('/p_501_0.jpg', { dpr: '2' }).uri, '/p_501_0.jpg');
  assert.equal(dense('/p-0x501.jpg', { dpr: '2' }).uri, '/p-0x501.jpg');
});

test('whatever Accept, DPR and Save-Data say, one URL has at most six variants', () => {
  const dense = functionWith({ dpr: true });
  const seen = new Set();
  for (let seed = 0; seed < 300; seed++) {
    for (const [accept] of [...REAL.slice(0, 12), [hostile(seed)]]) {
      for (const dpr of ['1', '2', '99', hostile(seed + 1000)]) seen.add(dense('/p_600_400.jpg', { accept: accept ?? '', dpr }).uri);
    }
  }
  assert.ok(seen.size <= 6, [...seen].join(' '));
});
