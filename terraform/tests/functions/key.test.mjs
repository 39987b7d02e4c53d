// Which paths are rendition keys, what a query becomes, and who may ask.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test from 'node:test';
import { functionWith, PARTS, source } from './function.mjs';

const ask = functionWith({ formats: [] });

const KEYS = [
  'widgets/myimage_600_400.jpg',
  'myimage_600_0.jpg',
  'myimage_0_400.PNG',
  'a_1_2_600_400.jpg',
  'chucknorris-200x200.jpg',
  'chucknorris-200x0.jpeg.webp',
  'widgets/myimage_p-card.jpg',
  'widgets/myimage_p-card.jpg.webp',
  'photo_600_400_fill_g-no_dpr-2_q-80.jpg.avif',
  'photo_600_400_fill_up_g-30-70_c-800-600-10-20_dpr-2_r-90_flip-h_q-auto_max-20000.jpg.avif',
  'photo.jpg_600_400.png',
  'photo_0_0_fill-60x40.jpg',
  'photo_0_0_p-card.jpg',
  'photo_600_400.HEIC.jpg',
  "it's(1)!*_10_10.jpg",
  'a.b/c.d_10_10.tiff.jpg',
  '-x/a_10_10.jpg',
  'x'.repeat(500) + '_1_1.jpg',
];
for (const key of KEYS) {
  test(`${key.slice(0, 60)} passes as it is`, () => assert.equal(ask('/' + key).uri, '/' + key));
}

const MALFORMED = [
  '', 'favicon.ico', 'robots.txt', 'widgets/', 'widgets/myimage.jpg', 'widgets/myimage', '_600_400.jpg', 'dir/_600_400.jpg', 'dir/-60x40.jpg',
  'a_0_0.jpg', 'a_0600_400.jpg', 'a_600_0400.jpg', 'a_-1_400.jpg', 'a_600_400', 'a_600_400.', 'a_600_400.jpg.', 'a_600_400.jpg.exe', 'a_600_400.jpg.jpg',
  'a_600_400.jpeg.jpg', 'a_600_400.PNG.png', 'a_600_400.jpg.webp.avif', 'a_600_400_.jpg', 'a_600_400__fill.jpg', 'a_600_400_g-0.5x0.3.jpg', 'a_600_400.txt', 'a_600_400.exe.jpg', 'a_p-card-2.jpg', 'a_600_400_FILL.jpg', 'a_100000_1.jpg',
  '/a_600_400.jpg', 'x//a_600_400.jpg', './a_600_400.jpg', '../a_600_400.jpg', 'x/../a_600_400.jpg', 'x/./a_600_400.jpg', '-/health', '-/metrics', '-/a_600_400.jpg',
  'a%20b_600_400.jpg', 'a b_600_400.jpg', 'é_600_400.jpg', 'a%2e%2e_600_400.jpg', 'a\\b_600_400.jpg', 'a_600_400.jpg%00', 'a;b_600_400.jpg', 'a+b_600_400.jpg',
  '.git/config', 'wp-login.php', 'a_p-.jpg', 'a_p-Card.jpg', 'x'.repeat(505) + '_1_1.jpg',
];
for (const key of MALFORMED) {
  test(`${JSON.stringify(key.slice(0, 60))} is refused, and the refusal may be kept`, () => {
    const answer = ask('/' + key);
    assert.equal(answer.statusCode, 400);
    assert.equal(answer.headers['cache-control'].value, 'public, max-age=300');
  });
}

const QUERIES = [
  ['/widgets/myimage.jpg?w=600&h=400', '/widgets/myimage_600_400.jpg'],
  ['/widgets/myimage.jpg?w=600&h=400&fit=fill&format=webp', '/widgets/myimage_600_400_fill.jpg.webp'],
  ['/widgets/myimage.jpg?format=webp&fit=fill&h=400&w=600', '/widgets/myimage_600_400_fill.jpg.webp'],
  ['/a.jpg?w=600', '/a_600_0.jpg'],
  ['/a.jpg?h=400&fit=fit', '/a_0_400.jpg'],
  ['/a_600_400_p-card.jpg?w=1', '/a_600_400_p-card.jpg'],
  ['/a.jpg?w=600&h=400&q=80&dpr=2&g=no&fit=pad', '/a_600_400_pad_g-no_dpr-2_q-80.jpg'],
  ['/a.jpg?w=600&h=400&g=30-70&fit=fill', '/a_600_400_fill_g-30-70.jpg'],
  ['/a.jpg?w=600&format=jpg', '/a_600_0.jpg'],
  ['/a.jpeg?w=600&format=jpg', '/a_600_0.jpeg'],
  ['/a.jpg?w=600&format=auto&dpr=1', '/a_600_0.jpg'],
  ['/a_600_400.jpg?utm_source=mail&w=1', '/a_600_400.jpg'],
];
for (const [url, key] of QUERIES) {
  test(`${url} is the key ${key}`, () => {
    const answer = ask(url);
    assert.equal(answer.uri, key);
    assert.deepEqual(answer.querystring, {});
  });
}

const BAD_QUERIES = [
  'w=0', 'w=0&h=0', 'w=', 'w=06', 'w=-1', 'w=1e3', 'w=100000', 'w=600&w=700', 'w=600&fit=stretch', 'w=600&format=exe', 'w=600&size=1', 'w=600&q=0', 'w=600&q=101',
  'w=600&dpr=9', 'w=600&g=0.5x0.3', 'w=600&g=101-0', 'w=600&__proto__=1', 'w=600&constructor=1', 'w=600&g=../../x', 'w=600&g=no_q-1', 'w=600&fit=fill', 'h=400&fit=pad', 'w=600&h=0&fit=force', 'w=600&h=400&g=no', 'w=600&h=400&fit=force&g=no',
  'w=600&h=400&fit=pad&g=sm', 'w=600&h=400&fit=pad&g=30-70', 'w=600&h=400&s=00000000000000000000000000000000', 'utm_source=mail', 'W=600',
];
for (const query of BAD_QUERIES) {
  test(`?${query} is refused`, () => assert.equal(ask('/a.jpg?' + query).statusCode, 400));
}

test('a query and an Accept header together', () => {
  assert.equal(functionWith()('/a.jpg?w=600&h=400&fit=fill', { accept: 'image/avif' }).uri, '/a_600_400_fill.jpg.avif');
});

test('its own result passes unchanged, so two hosts may both run it', () => {
  const negotiating = functionWith({ dpr: true });
  for (const key of KEYS) {
    const headers = { accept: 'image/avif', dpr: '2' };
    const once = negotiating('/' + key, headers).uri;
    assert.equal(negotiating(once, headers).uri, once);
    assert.equal(ask(once).uri, once);
  }
});

test('outside the prefix there are no keys', () => {
  const prefixed = functionWith({ keyPrefix: 'i/', formats: [] });
  assert.equal(prefixed('/i/a_1_1.jpg').uri, '/i/a_1_1.jpg');
  assert.equal(prefixed('/a_1_1.jpg').statusCode, 400);
  assert.equal(prefixed('/a.jpg?w=1').statusCode, 400);
});

const SECRET = 'a-secret-of-the-tests-1';
const sign = (text, secret = SECRET) => createHmac('sha256', secret).update(text).digest('hex').slice(0, 32);

test('a signed key passes, in every format, by either secret', () => {
  const signed = functionWith({ signingSecrets: ['the-other-secret-of-tests', SECRET], formats: ['avif', 'webp'] });
  const key = `dir/a_600_400_fill_s-${sign('dir/a_600_400_fill.jpg')}.jpg`;
  assert.equal(signed('/' + key).uri, '/' + key);
  assert.equal(signed('/' + key, { accept: 'image/avif' }).uri, '/' + key + '.avif');
  assert.equal(signed('/' + key + '.webp').uri, '/' + key + '.webp');
  assert.equal(signed(`/dir/a.jpg?w=600&h=400&fit=fill&s=${sign('dir/a_600_400_fill.jpg')}`).uri, '/' + key);
});

test('in unicode a key has one URL, however it is escaped', () => {
  const unicode = functionWith({ formats: [], unicode: true });
  const whole = '/caf%C3%A9%20%231%20100%25%20%E2%82%AC%F0%9F%98%80_60_40.jpg';
  assert.equal(unicode(whole).uri, whole);
  assert.equal(unicode(whole.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())).uri, whole);
  assert.equal(unicode('/%61+b@c_60_40.jpg').uri, '/a%2Bb%40c_60_40.jpg');
  assert.equal(unicode('/a~b%7e_60_40.jpg').uri, '/a%7Eb%7E_60_40.jpg');
  assert.equal(unicode('/a%2525_60_40.jpg').uri, '/a%2525_60_40.jpg');
  for (const bad of ['/a%00_60_40.jpg', '/a%E2%80%AE_60_40.jpg', '/a%5Cb_60_40.jpg', '/a%_60_40.jpg', '/a%C3_60_40.jpg', '/%2E%2E/a_60_40.jpg', '/a%2F%2Fb_60_40.jpg', '/' + '%C3%A9'.repeat(253) + '_60_40.jpg']) {
    assert.equal(unicode(bad).statusCode, 400, bad);
  }
});

test('a preset is signed like a size', () => {
  const signed = functionWith({ signingSecrets: [SECRET] });
  const key = `dir/a_p-card_s-${sign('dir/a_p-card.jpg')}.jpg`;
  assert.equal(signed('/' + key, { accept: 'image/avif' }).uri, '/' + key + '.avif');
  assert.equal(signed('/dir/a_p-card.jpg').statusCode, 403);
  assert.equal(signed('/' + key.replace('card', 'hero')).statusCode, 403);
});

test('without a secret a signature is no option', () => {
  for (const key of ['a_600_400', 'a-60x40', 'a_p-card']) assert.equal(ask(`/${key}_s-${sign(key + '.jpg')}.jpg`).statusCode, 400, key);
});

test('an unsigned, foreign, cut or moved signature is refused with 403', () => {
  const signed = functionWith({ signingSecrets: [SECRET] });
  const good = sign('a_600_400.jpg');
  for (const key of ['a_600_400.jpg', `a_600_401_s-${good}.jpg`, `b_600_400_s-${good}.jpg`, `a_600_400_s-${good.slice(1)}.jpg`, `a_600_400_s-${sign('a_600_400.jpg', 'x')}.jpg`, `a_600_400_s-${good}_q-80.jpg`]) {
    assert.equal(signed('/' + key).statusCode, 403, key);
  }
});

// Of a processor and not by the clock, which a busy machine misses. A pattern that backtracks without end takes minutes.
test('an answer takes little of a processor, whatever the path', () => {
  const begin = process.cpuUsage();
  for (const path of ['_1_1'.repeat(128), '_a'.repeat(256), '-1x1'.repeat(128), 'a_1_1' + '_b'.repeat(250), 'a_1_1_' + 'b.'.repeat(250) + 'jpg.'.repeat(9)]) ask('/' + path.slice(0, 512));
  const { user, system } = process.cpuUsage(begin);
  assert.ok(user + system < 2e6, `${user + system} microseconds`);
});

// What Node runs and cloudfront-js-2.0 does not, by the list in the developer guide.
test('the parts keep to the subset of CloudFront Functions', () => {
  for (const part of PARTS) {
    const code = source(part).replace(/^ *\/\/.*$/gm, '').replace(/'[^'\n]*'|"[^"\n]*"/g, "''");
    for (const foreign of [/\bclass\b/, /\?\./, /\?\?/, /\.\.\./, /`/, /\bimport\b/, /\bfor \(const .* of\b/, /\beval\b|new Function/, /\bset(Timeout|Interval)\b/, /\bconsole\b/, /\bprocess\b/, /\*\*/, /\byield\b/, /\(\?</]) {
      assert.doesNotMatch(code, foreign, part);
    }
  }
});

test('joined and without comments it fits the 10 KB that CloudFront takes', () => {
  assert.ok(PARTS.map(source).join('\n').replace(/^ *\/\/.*\n/gm, '').length < 9000);
});
