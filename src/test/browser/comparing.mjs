// What the page tells beside the picture: the edges, the numbers of the processor, and the formats.
import assert from 'node:assert/strict'
import { kept, open, shown } from './page.mjs'

export async function edges(browser) {
  const page = await open(browser)
  const cells = (body, count) =>
    page.evaluate(([id, most]) => [...document.querySelectorAll(`#${id} tr`)].map((line) => [...line.children].slice(0, most).map((cell) => cell.textContent)), [body, count])
  await page.waitForFunction(() => document.querySelectorAll('#edge-counts tr').length === 2)
  const before = await cells('edge-counts', 5)
  await page.getByRole('button', { name: 'Play it with a new size' }).click()
  await page.waitForFunction(() => document.querySelectorAll('#edge-log tr').length === 4)
  const log = await cells('edge-log', 4)
  assert.deepEqual(log.reverse().map(([edge, status, cache, origin]) => [edge, status, cache, origin.replace(/\d+ s$/, '')]), [
    ['Stockholm', '200', 'Miss', 'the processor: rendered for this request'],
    ['Paris', '200', 'Miss', 'the bucket; nothing was made'],
    ['Stockholm', '200', 'Hit', 'kept by the edge for '],
    ['Paris', '200', 'Hit', 'kept by the edge for '],
  ])
  await page.waitForFunction((requests) => document.querySelector('#edge-counts tr:last-child td').textContent === requests, String(Number(before[1][1]) + 2))
  const after = await cells('edge-counts', 5)
  const more = after.map(([edge, ...counts], line) => [edge, ...counts.map((count, column) => count - before[line][column + 1])])
  assert.deepEqual(more, [['Stockholm', 2, 1, 1, 1], ['Paris', 2, 1, 1, 0]])
  // the form has the new size now, and the picture above follows it
  const width = Number(/_(\d+)_400_fill/.exec(await page.locator('#key').textContent())[1])
  await page.waitForFunction((wanted) => document.getElementById('picture').naturalWidth === wanted, width)
  await page.locator('#edges').screenshot({ path: kept('edges.png') })
}

export async function numbers(browser) {
  const page = await open(browser)
  await page.getByLabel('Another original, by its key').fill('widgets/nothing.jpg')
  await page.keyboard.press('Tab')
  const names = await page.evaluate(async () => (await import('./live.js')).SHOWN.map(({ metric }) => metric))
  assert.ok(names.length > 8)
  const workers = await page.evaluate(() => document.querySelector('[data-metric=latent_workers_alive]') !== null)
  const wanted = names.filter((name) => workers || name !== 'latent_workers_alive')
  await page.waitForFunction((count) => document.querySelectorAll('[data-metric]').length === count, wanted.length)
  assert.ok(Number(await page.locator('[data-metric=latent_render_seconds_count]').textContent()) > 0)
}

export async function formats(browser) {
  const page = await open(browser)
  const scores = async () => {
    await page.evaluate(() => document.getElementById('formats').replaceChildren())
    await page.getByRole('button', { name: 'Compare formats' }).click()
    const count = await page.evaluate(() => document.querySelectorAll('[name=format] option').length - 1)
    await page.waitForFunction((wanted) => document.querySelectorAll('#formats tbody tr').length === wanted, count)
    return Object.fromEntries(await page.evaluate(() => [...document.querySelectorAll('#formats tbody tr')].map(({ children }) => [children[0].textContent, Number(children[3].textContent)])))
  }
  const usual = await scores()
  assert.equal(usual.png, 1)
  assert.ok(usual.jpg > 0.8 && usual.jpg < 1, JSON.stringify(usual))
  await page.locator('[type=number][data-pair=quality]').fill('5')
  await page.keyboard.press('Tab')
  await page.waitForFunction(() => /_q-5\.jpg$/.test(document.getElementById('key').textContent))
  await shown(page)
  const poor = await scores()
  assert.ok(poor.jpg < usual.jpg, JSON.stringify([usual, poor]))
  await page.locator('#formats').screenshot({ path: kept('formats.png') })
}
