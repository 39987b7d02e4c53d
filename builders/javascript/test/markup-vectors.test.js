import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import test from 'node:test'
import { createBuilder, createSigningBuilder, parseKey } from '../src/index.js'

const FILE = new URL('../../markup.json', import.meta.url)
const { about, base, rules, secret, cases } = JSON.parse(readFileSync(FILE, 'utf8'))

const unsigned = createBuilder({ base, rules })
const signing = createSigningBuilder({ base, rules, secret })

async function made({ call, key, options, signed }) {
  const { original, ...read } = parseKey(key, rules)
  const { preset, format } = read
  return (signed ? signing : unsigned)[call](original, preset ? { preset, format } : read, options)
}

/** `LATENT_WRITE_MARKUP=1 node --test` makes them anew; what changed is then to be read. */
if (process.env.LATENT_WRITE_MARKUP) {
  await Promise.all(cases.map(async (vector) => Object.assign(vector, { made: await made(vector) })))
  const lines = cases.map((vector) => JSON.stringify(vector))
  const head = Object.entries({ about, base, rules, secret }).map(([name, value]) => `"${name}": ${JSON.stringify(value)},\n`)
  writeFileSync(FILE, `{\n${head.join('')}"cases": [\n${lines.join(',\n')}\n]\n}\n`)
}

test('markup is what builders in other languages make too', async () => {
  assert.ok(cases.length > 20)
  for (const vector of cases) {
    assert.equal(await made(vector), vector.made, JSON.stringify(vector))
  }
})
