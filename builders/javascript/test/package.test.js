import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, mkdtempSync, rmSync, writeFileSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'node:test'

const folder = fileURLToPath(new URL('..', import.meta.url))

test('the package needs nothing', () => {
  const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  assert.deepEqual([dependencies, peerDependencies, optionalDependencies], [undefined, undefined, undefined])
})

test('what npm packs can be imported by every name that it exports', () => {
  const place = mkdtempSync(join(tmpdir(), 'latent-renditions-'))
  try {
    const [{ filename, files }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--offline', '--pack-destination', place], { cwd: folder }))
    assert.ok(files.every(({ path }) => /^(src\/[^/]+\.(js|d\.ts)|README\.md|LICENSE|package\.json)$/.test(path)), JSON.stringify(files))
    assert.ok(files.some(({ path }) => path === 'LICENSE'))
    assert.equal(readFileSync(join(folder, 'LICENSE'), 'utf8'), readFileSync(join(folder, '../../LICENSE'), 'utf8'))
    const types = files.filter(({ path }) => path.endsWith('.d.ts'))
    assert.equal(types.length, 3)
    mkdirSync(join(place, 'node_modules/latent-renditions'), { recursive: true })
    execFileSync('tar', ['-xzf', filename, '--strip-components=1', '-C', 'node_modules/latent-renditions'], { cwd: place })
    writeFileSync(
      join(place, 'try.mjs'),
      `import { createBuilder } from 'latent-renditions'
       import { nextLoader } from 'latent-renditions/next'
       import { generate } from 'latent-renditions/unpic'
       console.log(createBuilder({ base: '' }).key('a.jpg', { width: 60 }), nextLoader({ base: '' }).length, generate.name)`,
    )
    assert.equal(execFileSync('node', ['try.mjs'], { cwd: place, encoding: 'utf8' }), 'a_60_0.jpg 1 generate\n')
  } finally {
    rmSync(place, { recursive: true })
  }
})

test('every name that the module exports has a type', () => {
  for (const module of readdirSync(join(folder, 'src')).filter((file) => file.endsWith('.d.ts'))) {
    const source = readFileSync(join(folder, 'src', module.replace('.d.ts', '.js')), 'utf8')
    const types = readFileSync(join(folder, 'src', module), 'utf8')
    const names = [...source.matchAll(/^export (?:(?:async )?function (\w+)|\{ ([\w, ]+) \})/gm)].flatMap(([, one, many]) => one ?? many.split(', '))
    assert.ok(names.length > 0, module)
    names.forEach((name) => assert.match(types, new RegExp(`\\b(function|const|class) ${name}\\b`), `${module}: ${name}`))
  }
})

test('what the README shows is what comes out', async () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  const [block] = readme.match(/(?<=```js\n)[^`]*createBuilder[^`]*/)
  const shown = [...block.matchAll(/^(images\.\w+\(.*\))\n\/\/ (\S+)$/gm)]
  assert.ok(shown.length > 0)
  const run = block.replace('latent-renditions', new URL('../src/index.js', import.meta.url)).replace(/^(images\..*)$/gm, 'out.push($1)')
  const { out } = await import(`data:text/javascript,${encodeURIComponent(`export const out = []\n${run}`)}`)
  assert.equal(out[0], shown[0][2])
  assert.match(out[1], /^<picture>/)
})
