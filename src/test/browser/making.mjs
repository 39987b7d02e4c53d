// Somebody makes a rendition: with the mouse, by keyboard, and where the deployment says less or wants more.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { kept, open, renditionOf, screenshot, shown } from './page.mjs'

export async function mouse(browser) {
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

  const pasted = kept('pasted.html')
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
}

export async function drag(browser) {
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
}

export async function keyboard(browser) {
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
}

/** Where keys are signed and their sizes are on a ladder. */
export async function signed(browser) {
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
}

/** In a bucket whose operator put the page there: no numbers, no edges, and of the originals nothing but their keys. */
export async function bare(browser) {
  const page = await open(browser)
  assert.match(await page.locator('#facts').textContent(), /^rendered for this request image\/jpeg, 600 × 400, [\d.]+ kB$/)
  assert.deepEqual([await page.locator('#live').isVisible(), await page.locator('#edges').isVisible()], [false, false])
  await page.locator('#picker').scrollIntoViewIfNeeded()
  const { x, y, width, height } = await page.locator('#picker img').boundingBox()
  await page.mouse.click(x + width * 0.5, y + height * 0.2)
  await renditionOf(page, 'widgets/one_600_400_fill_g-50-20.jpg')
}

export async function refusals(browser) {
  const page = await open(browser)
  await page.getByLabel('Another original, by its key').fill('widgets/nothing.jpg')
  await page.keyboard.press('Tab')
  await page.waitForFunction(() => document.querySelector('.chip').textContent === 'refused: 404')
  assert.match(await page.locator('#status').textContent(), /^There is no original/)
  await page.locator('[type=number][data-pair=width]').fill('0')
  await page.keyboard.press('Tab')
  assert.match(await page.locator('#key-problem').textContent(), /^fill, pad and force need both a width and a height\.$/)
}
