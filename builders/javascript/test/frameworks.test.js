import assert from 'node:assert/strict'
import test from 'node:test'
import { nextLoader } from '../src/next.js'
import { extract, generate, transform } from '../src/unpic.js'

test('the loader for Next.js makes the width that it is asked for', () => {
  const loader = nextLoader({ base: 'https://images.example', format: 'webp' })
  assert.equal(loader({ src: '/widgets/photo.jpg', width: 640 }), 'https://images.example/widgets/photo_640_0.jpg.webp')
  assert.equal(loader({ src: 'widgets/photo.jpg', width: 640, quality: 75 }), 'https://images.example/widgets/photo_640_0_q-75.jpg.webp')
})

test('what unpic generates it reads back', () => {
  const options = { base: 'https://images.example' }
  const url = generate('/widgets/photo.jpg', { width: 600, height: '400', format: 'jpeg', quality: '80', gray: true }, options)
  assert.equal(url, 'https://images.example/widgets/photo_600_400_fill_gray_q-80.jpg')
  const read = extract(url)
  assert.equal(read.src, 'widgets/photo.jpg')
  assert.deepEqual(read.operations, { width: 600, height: 400, fit: 'fill', gray: true, quality: 80, format: 'jpg' })
  assert.equal(generate(read.src, read.operations, read.options), url)
})

test('unpic transforms an original, or what was made of it', () => {
  const options = { base: 'https://images.example' }
  const first = transform('widgets/photo.jpg', { width: 600 }, options)
  assert.equal(first, 'https://images.example/widgets/photo_600_0.jpg')
  assert.equal(transform(first, { format: 'avif' }, {}), 'https://images.example/widgets/photo_600_0.jpg.avif')
})

test('unpic leaves alone what is no rendition', () => {
  assert.equal(extract('https://images.example/style.css'), null)
  assert.equal(extract('https://images.example/%zz_60_40.jpg'), null)
})
