// Drives Chromium through the playground as somebody who plays. Usage: node playground.mjs CLAIM CHROMIUM URL FOLDER-FOR-SCREENSHOTS
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const [claim, executablePath, url, folder] = process.argv.slice(2)
const PATIENCE = 120_000
const SCHEMES = ['light', 'dark']
const WIDTHS = [1280, 360]
const asked = []

/** A page in which anything that goes wrong ends the run, and every address that it asks is noted. */
async function open(browser, { width = 1280, colorScheme = 'light', first = 'shown' } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  page.on('pageerror', (error) => assert.fail(error))
  page.on('console', (message) => assert.ok(!/Content Security Policy|Uncaught/.test(message.text()), message.text()))
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(url)
  await (first === 'shown' ? shown(page) : page.waitForFunction(() => document.querySelector('.chip.refused')))
  return page
}

/** Waits until the picture that was asked for is shown, as the page itself says it. */
const shown = (page) =>
  page.waitForFunction(() => {
    const busy = document.getElementById('result').getAttribute('aria-busy')
    return busy === 'false' && /pixels/.test(document.getElementById('status').textContent)
  })

/** Waits until the key that is spelt has its picture, with all that follows it, and tells what is shown. */
async function renditionOf(page, key) {
  await page.waitForFunction((wanted) => document.getElementById('key').textContent === wanted, key)
  await shown(page)
  return page.evaluate(() => {
    const { naturalWidth: width, naturalHeight: height } = document.getElementById('picture')
    return { width, height, how: document.querySelector('.chip').textContent, steps: document.getElementById('trip-steps').innerText }
  })
}

const screenshot = (page, name, options = {}) => page.screenshot({ path: join(folder, `${name}.png`), ...options })

const CLAIMS = {
  async mouse(browser) {
    const page = await open(browser)
    await page.getByRole('radio', { name: 'dusk.jpg' }).click()
    await page.locator('#picker').scrollIntoViewIfNeeded()
    const { x, y, width, height } = await page.locator('#picker img').boundingBox()
    await page.mouse.click(x + width * 0.25, y + height * 0.75)
    const made = await renditionOf(page, 'widgets/dusk_600_400_fill_g-25-75.jpg')
    assert.deepEqual([made.width, made.height, made.how], [600, 400, 'rendered for this request'])
    // without Timing-Allow-Origin a browser would tell nothing but the whole
    assert.match(await page.locator('#waterfall').innerText(), /website: 302[^]*processor: until the first byte[^]*reads the header[^]*renders[^]*the bytes arrive/)
    assert.match(made.steps, /redirects to the processor[^]*decodes, resizes and encodes[^]*stores it in the bucket/)
    await page.locator('[data-copies=picture]').scrollIntoViewIfNeeded()
    await screenshot(page, 'mouse-snippets')
    await page.locator('[data-copies=picture]').click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    await page.evaluate(() => scrollTo(0, 0))
    await screenshot(page, 'mouse-made')

    await page.getByRole('button', { name: 'Ask again' }).click()
    await page.waitForFunction(() => document.querySelector('.chip').textContent === 'from the bucket: a hit')

    const pasted = join(folder, 'pasted.html')
    writeFileSync(pasted, `<!DOCTYPE html>\n<meta charset="utf-8">\n<title>Pasted</title>\n${copied}\n`)
    await page.goto(pathToFileURL(pasted).href)
    await page.waitForFunction(() => document.querySelector('picture img').naturalWidth > 0)
    const seen = await page.evaluate(async () => {
      const { currentSrc, naturalWidth, naturalHeight } = document.querySelector('img')
      return { currentSrc, ratio: naturalWidth / naturalHeight }
    })
    assert.match(seen.currentSrc, /^http:\/\/localhost:\d+\/widgets\/dusk_\d+_\d+_fill_g-25-75\.jpg(\.avif)?$/)
    assert.ok(Math.abs(seen.ratio - 1.5) < 0.01, String(seen.ratio))
    await screenshot(page, 'mouse-pasted')
  },

  async drag(browser) {
    const page = await open(browser)
    await page.getByRole('radio', { name: 'rings.png' }).click()
    await renditionOf(page, 'widgets/rings_600_400_fill.png')
    await page.getByLabel('drag for a crop').check()
    await page.locator('#picker').scrollIntoViewIfNeeded()
    const { x, y, width, height } = await page.locator('#picker img').boundingBox()
    await page.mouse.move(x + width * 0.75, y + height * 0.75)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.5, y + height * 0.5, { steps: 4 })
    await page.mouse.move(x + width * 0.25, y + height * 0.25, { steps: 4 })
    await page.mouse.up()
    await page.waitForFunction(() => /_c-\d+-\d+-\d+-\d+\.png$/.test(document.getElementById('key').textContent))
    const key = await page.locator('#key').textContent()
    const crop = key.match(/_c-(\d+)-(\d+)-(\d+)-(\d+)/).slice(1).map(Number)
    // a pixel of the small picture is many of the original's
    ;[1200, 800, 600, 400].forEach((wanted, index) => assert.ok(Math.abs(crop[index] - wanted) < 20, key))
    await renditionOf(page, key)
  },

  async keyboard(browser) {
    const page = await open(browser)
    const tabTo = async (selector) => {
      for (let tabs = 0; tabs < 80; tabs++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) {
          return
        }
      }
      assert.fail(`Tab never comes to ${selector}`)
    }
    await tabTo('[name=original]')
    await page.keyboard.press('ArrowRight')
    await renditionOf(page, 'widgets/dusk_600_400_fill.jpg')
    await tabTo('[type=number][data-pair=width]')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('321')
    await tabTo('[name=fit]')
    await page.keyboard.press('ArrowRight')
    await tabTo('[name=focalX]')
    await tabTo('[name=gray]')
    await page.keyboard.press('Space')
    const made = await renditionOf(page, 'widgets/dusk_321_400_pad_gray.jpg')
    assert.deepEqual([made.width, made.height, made.how], [321, 400, 'rendered for this request'])
    await tabTo('[data-copies=picture]')
    await screenshot(page, 'keyboard')
    await page.keyboard.press('Enter')
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^<picture>[^]*dusk_321_400_pad_gray\.jpg"/)
  },

  async widths(browser) {
    for (const colorScheme of SCHEMES) {
      for (const width of WIDTHS) {
        const page = await open(browser, { width, colorScheme })
        await everythingShown(page)
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width)
        const wide = await page.evaluate(() =>
          [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.scrolls, .skip, pre')).map((part) => part.outerHTML.slice(0, 80)),
        )
        assert.deepEqual(wide, [])
        await screenshot(page, `page-${width}-${colorScheme}`, { fullPage: true })
        await page.context().close()
      }
    }
  },

  async accessibility(browser) {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    for (const colorScheme of SCHEMES) {
      for (const width of WIDTHS) {
        const page = await open(browser, { width, colorScheme })
        await everythingShown(page)
        // the page lets in no script but its own, so axe comes by the debugger
        await page.evaluate(axe)
        const { violations, passes } = await page.evaluate(() => axe.run())
        assert.ok(passes.length > 20, String(passes.length))
        assert.deepEqual(violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(({ html }) => html)]), [])
        await page.context().close()
      }
    }
  },

  async edges(browser) {
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
    await page.locator('#edges').screenshot({ path: join(folder, 'edges.png') })
  },

  /** Where keys are signed and their sizes are on a ladder. */
  async signed(browser) {
    const page = await open(browser, { first: 'refused' })
    assert.match(await page.locator('#status').textContent(), /^This rendition key is not signed/)
    await page.waitForFunction(() => [...document.querySelectorAll('.thumbnails img')].every(({ naturalWidth }) => naturalWidth === 300))
    await page.getByLabel('Signing secret').fill('a-secret-of-the-playground')
    await page.keyboard.press('Tab')
    await shown(page)
    assert.match(await page.locator('#key').textContent(), /^widgets\/dawn_600_400_fill_s-[0-9a-f]{32}\.jpg$/)
    assert.match(await page.locator('#snippet-picture').textContent(), /_s-[0-9a-f]{32}\.jpg/)
    const { keys, secret } = await page.evaluate(() => ({ keys: Object.keys(localStorage).length + Object.keys(sessionStorage).length, secret: document.documentElement.outerHTML.includes('a-secret-of-the-playground') }))
    assert.deepEqual([keys, secret], [0, false])
    await page.locator('[name=style]').selectOption('p-card')
    await page.waitForFunction(() => /^widgets\/dawn_p-card_s-[0-9a-f]{32}\.jpg$/.test(document.getElementById('key').textContent))
    await shown(page)
    assert.doesNotMatch(await page.locator('#snippets').textContent(), /dawn_\d/)
    await page.locator('[name=style]').selectOption('underscore')
    await page.locator('[type=number][data-pair=width]').fill('601')
    await page.keyboard.press('Tab')
    await page.waitForFunction(() => document.querySelector('.chip').textContent === 'refused: 403')
    assert.match(await page.locator('#status').textContent(), /^This size is not made here/)
  },

  /** In a bucket whose operator put the page there: no numbers, no edges, and of the originals nothing but their keys. */
  async bare(browser) {
    const page = await open(browser)
    assert.match(await page.locator('#facts').textContent(), /^rendered for this request image\/jpeg, 600 × 400, [\d.]+ kB$/)
    assert.deepEqual([await page.locator('#live').isVisible(), await page.locator('#edges').isVisible()], [false, false])
    await page.locator('#picker').scrollIntoViewIfNeeded()
    const { x, y, width, height } = await page.locator('#picker img').boundingBox()
    await page.mouse.click(x + width * 0.5, y + height * 0.2)
    await renditionOf(page, 'widgets/one_600_400_fill_g-50-20.jpg')
  },

  async refusals(browser) {
    const page = await open(browser)
    await page.getByLabel('Another original, by its key').fill('widgets/nothing.jpg')
    await page.keyboard.press('Tab')
    await page.waitForFunction(() => document.querySelector('.chip').textContent === 'refused: 404')
    assert.match(await page.locator('#status').textContent(), /^There is no original/)
    await page.locator('[type=number][data-pair=width]').fill('0')
    await page.keyboard.press('Tab')
    assert.match(await page.locator('#key-problem').textContent(), /^fill, pad and force need both a width and a height\.$/)
  },

  async numbers(browser) {
    const page = await open(browser)
    await page.getByLabel('Another original, by its key').fill('widgets/nothing.jpg')
    await page.keyboard.press('Tab')
    const names = await page.evaluate(async () => (await import('./live.js')).SHOWN.map(({ metric }) => metric))
    assert.ok(names.length > 8)
    const workers = await page.evaluate(() => document.querySelector('[data-metric=latent_workers_alive]') !== null)
    const wanted = names.filter((name) => workers || name !== 'latent_workers_alive')
    await page.waitForFunction((count) => document.querySelectorAll('[data-metric]').length === count, wanted.length)
    assert.ok(Number(await page.locator('[data-metric=latent_render_seconds_count]').textContent()) > 0)
  },
}

/** All parts that appear only when something has been done. */
async function everythingShown(page) {
  await page.getByRole('button', { name: 'Compare formats' }).click()
  await page.waitForFunction(() => document.querySelectorAll('#formats tbody tr').length === document.querySelectorAll('[name=format] option').length - 1)
  await page.getByRole('button', { name: 'Ask Paris' }).click()
  await page.waitForFunction(() => document.querySelectorAll('#edge-log tr').length === 1)
  await page.waitForFunction(() => document.querySelectorAll('[data-metric]').length > 0)
  await page.waitForTimeout(1500) // the drawing appears step by step
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] })
try {
  await CLAIMS[claim](browser)
  const elsewhere = asked.filter((address) => !/^(http:\/\/(localhost|127\.0\.0\.1):\d+\/|blob:|data:|file:)/.test(address))
  assert.deepEqual(elsewhere, [])
  console.log(`${claim}: done, ${asked.length} requests, none of them leaves this machine`)
} finally {
  await browser.close()
}
