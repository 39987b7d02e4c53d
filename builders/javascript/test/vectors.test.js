import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { FORMATS, OPTIONS, InvalidKeyError, parseKey, pathOf, renditionKey, signKey } from '../src/index.js'

const vectors = JSON.parse(readFileSync(new URL('../../vectors.json', import.meta.url), 'utf8'))

test('the formats are those of the server', () => {
  assert.deepEqual(FORMATS, vectors.formats)
})

test('the options are those of the server, in its order', () => {
  assert.deepEqual(
    OPTIONS.map(({ token }) => token.source),
    vectors.options.map(({ token }) => `^(?:${token})$`),
  )
})

for (const alphabet of ['safe', 'unicode']) {
  const rules = { ...vectors.rules, alphabet }
  const keys = alphabet === 'safe' ? vectors.keys : vectors.unicode

  test(`keys of the alphabet ${alphabet} are read as the server reads them`, () => {
    assert.ok(keys.length > 0)
    for (const vector of keys) {
      assert.deepEqual(said(() => parseKey(vector.key, rules), vector.key), vector)
    }
  })

  test(`what is read of the alphabet ${alphabet} is written back to the same`, () => {
    const good = keys.filter(({ reason }) => reason === undefined)
    assert.ok(good.length > 0)
    for (const { key } of good) {
      const { original, ...transformation } = parseKey(key, rules)
      assert.equal(renditionKey(original, transformation, rules), key)
    }
  })
}

test('keys are signed as the server signs them', async () => {
  assert.ok(vectors.signed.length > 0)
  for (const { key, secret, signed } of vectors.signed) {
    assert.equal(await signKey(key, secret, vectors.rules), signed)
    const { signature, ...rest } = parseKey(signed, { ...vectors.rules, signed: true })
    assert.match(signature, /^s-[0-9a-f]{32}$/)
    assert.deepEqual(rest, parseKey(key, vectors.rules))
  }
})

test('keys become paths of URLs as the server spells them', () => {
  assert.ok(vectors.paths.length > 0)
  for (const { key, path } of vectors.paths) {
    assert.equal(pathOf(key), path)
  }
})

/** What was read, or why it was refused, in the form of a vector. */
function said(read, key) {
  try {
    const { original, style, preset, width, height, format, ...options } = read()
    const tokens = OPTIONS.filter(({ name }) => options[name] !== undefined).map(({ name, write }) => write(options[name]))
    return { key, original, style, ...(preset && { preset }), width, height, options: tokens, format }
  } catch (error) {
    if (!(error instanceof InvalidKeyError)) {
      throw error
    }
    return { key, reason: error.reason, sentence: error.message }
  }
}
