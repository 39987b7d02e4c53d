import assert from 'node:assert/strict'
import test from 'node:test'
import { createBuilder, createSigningBuilder, parseKey, renditionKey, signKey } from '../src/index.js'

const images = createBuilder({ base: 'https://images.example/' })
const PHOTO = 'widgets/photo.jpg'

/** Every key that a text of markup asks for, read by the module's parser: one that is none fails the test. */
function keysIn(text, rules) {
  const keys = [...text.matchAll(/https:\/\/images\.example\/([^ ",&]+)/g)].map(([, path]) => decodeURIComponent(path))
  assert.ok(keys.length > 0)
  return keys.map((key) => parseKey(key, rules))
}

test('a srcset keeps the shape and names the width that each rendition has', () => {
  assert.equal(
    images.srcset(PHOTO, { width: 600, height: 400, fit: 'fill' }, { widths: [600, 300] }),
    'https://images.example/widgets/photo_300_200_fill.jpg 300w, https://images.example/widgets/photo_600_400_fill.jpg 600w',
  )
})

test('no width of a srcset is beyond the original or the longest side that the deployment makes', () => {
  const widths = (transformation, options, rules = {}) =>
    createBuilder({ base: '', rules }).srcset(PHOTO, transformation, options).match(/\d+(?=w)/g).map(Number)
  assert.deepEqual(widths({ width: 600 }, { originalWidth: 1000 }), [320, 640, 960, 1000])
  assert.deepEqual(widths({ width: 600 }, { originalWidth: 9000 }), [320, 640, 960, 1280, 1920, 2560])
  assert.deepEqual(widths({ width: 600 }, {}, { maxSide: 700 }), [320, 640, 700])
  assert.deepEqual(widths({ width: 100, height: 400 }, {}, { maxSide: 2000 }), [320, 500])
})

test('a shape that is no pixel wide where its height is allowed is refused, and not promised as 0w', () => {
  assert.throws(() => images.srcset(PHOTO, { width: 1, height: 5000 }), { name: 'InvalidKeyError' })
  assert.match(images.srcset(PHOTO, { width: 10, height: 4000, fit: 'fill' }, { originalWidth: 900, originalHeight: 30 }), / 1w$/)
})

test('a srcset names the width that a rendition comes out with, where it is not that of its box', () => {
  const widths = (transformation, originalWidth, originalHeight) =>
    images.srcset(PHOTO, transformation, { widths: [300, 600, 1200], originalWidth, originalHeight }).match(/\d+(?=w)/g).map(Number)
  // an upright picture in a broad box, and a broad one in an upright box
  assert.deepEqual(widths({ width: 600, height: 400 }, 1000, 2000), [100, 200, 334])
  assert.deepEqual(widths({ width: 400, height: 600 }, 2000, 1000), [300, 600, 1200])
  // what is filled must not be larger than the picture on either side, but a pad always has its box
  assert.deepEqual(widths({ width: 600, height: 600, fit: 'fill' }, 2000, 500), [300, 500])
  assert.deepEqual(widths({ width: 600, height: 600, fit: 'pad' }, 200, 500), [300, 600, 1200])
  assert.deepEqual(widths({ width: 600, enlarge: true }, 200, 500), [300, 600, 1200])
})

test('a width in a srcset is in device pixels, so that the density is not multiplied once more', () => {
  assert.ok(keysIn(images.srcset(PHOTO, { width: 600, dpr: 2 })).every(({ dpr }) => dpr === undefined))
})

test('densities multiply the one size', () => {
  assert.equal(
    images.densities(PHOTO, { width: 60 }),
    'https://images.example/widgets/photo_60_0.jpg 1x, https://images.example/widgets/photo_60_0_dpr-2.jpg 2x,'
      + ' https://images.example/widgets/photo_60_0_dpr-3.jpg 3x',
  )
})

test('no density is asked for that the deployment or a preset does not have', () => {
  const { densities, imageSet } = createBuilder({ base: 'https://images.example', rules: { maxSide: 1000, presets: { card: '60x40' } } })
  assert.match(densities(PHOTO, { width: 500, height: 10 }), /^[^ ]+ 1x, [^ ]+ 2x$/)
  assert.match(densities(PHOTO, { width: 10, height: 501 }), /^[^ ]+ 1x$/)
  assert.doesNotMatch(imageSet(PHOTO, { preset: 'card' }), /2x/)
})

test('a picture has its sources best first, and an img that every browser shows', () => {
  const picture = images.picture('a.webp', { width: 600, height: 400, fit: 'pad' }, { sizes: '50vw', alt: 'A "tree" & <hill>' })
  assert.deepEqual([...picture.matchAll(/type="([^"]*)"/g)].map(([, type]) => type), ['image/avif', 'image/webp'])
  assert.match(picture, /<img src="https:\/\/images\.example\/a_600_400_pad\.webp\.jpg"/)
  assert.match(picture, /alt="A &#34;tree&#34; &#38; &#60;hill&#62;"/)
  assert.equal(picture.match(/sizes="50vw"/g).length, 3)
  assert.ok(keysIn(picture).every(({ fit }) => fit === 'pad'))
})

test('a preset is asked for in its one size', () => {
  const rules = { presets: { card: '600x400_fill' } }
  const picture = createBuilder({ base: 'https://images.example', rules }).picture(PHOTO, { preset: 'card' })
  assert.ok(keysIn(picture, rules).every(({ preset, width }) => preset === 'card' && width === 600))
})

test('an image-set names type and density of each choice', () => {
  const set = images.imageSet(PHOTO, { width: 100 }, { formats: ['webp'], dprs: [1, 2] })
  assert.match(set, /^image-set\(\n {2}url\("https:\/\/images\.example\/widgets\/photo_100_0\.jpg\.webp"\) type\("image\/webp"\) 1x,/)
  assert.equal(keysIn(set).length, 4)
})

test('a placeholder is tiny, blurred, of the same shape and part of the picture', () => {
  const { width, height, blurTenths, gravity, quality } = parseKey(
    images.placeholder(PHOTO, { width: 600, height: 300, fit: 'fill', gravity: { x: 1, y: 2 }, quality: 90 }).slice('https://images.example/'.length),
  )
  assert.deepEqual({ width, height, blurTenths, gravity, quality }, { width: 24, height: 12, blurTenths: 10, gravity: { x: 1, y: 2 }, quality: undefined })
})

test('names of other scripts become URLs that no list or attribute can split', () => {
  const unicode = createBuilder({ base: 'https://images.example', rules: { alphabet: 'unicode' } })
  const srcset = unicode.srcset('été, "été".jpg', { width: 60 }, { widths: [60] })
  assert.equal(srcset, 'https://images.example/%C3%A9t%C3%A9%2C%20%22%C3%A9t%C3%A9%22_60_0.jpg 60w')
})

test('the dash style is kept throughout', () => {
  const dashed = createBuilder({ base: 'https://images.example', style: 'dash' })
  assert.equal(dashed.key(PHOTO, { width: 60, height: 40 }), 'widgets/photo-60x40.jpg')
  assert.ok(keysIn(dashed.picture(PHOTO, { width: 60, height: 40 }, { placeholder: true })).every(({ style }) => style === 'dash'))
})

test('what a key would not say is refused', () => {
  for (const bad of [{ width: 60, background: 'ffffff_gray' }, { width: 60, dpr: 5 }, { preset: 'card', width: 60 }, { width: 60, format: 'tiff' }]) {
    assert.throws(() => renditionKey('a.jpg', bad, { presets: { card: '600x400' } }), { name: 'InvalidKeyError' }, JSON.stringify(bad))
  }
  for (const bad of [{ width: 60, colour: 'red' }, { width: '60' }, { width: 60.5 }, { width: 60, style: 'dotted' }]) {
    assert.throws(() => renditionKey('a.jpg', bad), TypeError, JSON.stringify(bad))
  }
})

test('a signing builder signs every key that it asks for', async () => {
  const secret = 'a-secret-of-the-readme'
  const signing = createSigningBuilder({ base: 'https://images.example', secret })
  assert.equal(
    await signing.key('widgets/myimage.jpg', { width: 600, height: 400, format: 'webp' }),
    'widgets/myimage_600_400_s-6c786abd6887d6b98e1c4d0443dfbcad.jpg.webp',
  )
  for (const { original, signature, ...transformation } of keysIn(await signing.picture(PHOTO, { width: 60 }), { signed: true })) {
    const signed = await signKey(renditionKey(original, transformation), secret)
    assert.equal(parseKey(signed, { signed: true }).signature, signature)
  }
})
