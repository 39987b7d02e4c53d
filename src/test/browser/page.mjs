// What the claims have in common: the page as somebody opens it, and what it shows.
import assert from 'node:assert/strict'
import { join } from 'node:path'

const [, , url, folder] = process.argv.slice(2)
const PATIENCE = 120_000

/** Every address that any page has asked. */
export const asked = []

/** A page in which anything that goes wrong ends the run, and every address that it asks is noted. */
export async function open(browser, { width = 1280, colorScheme = 'light', first = 'shown' } = {}) {
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
export const shown = (page) =>
  page.waitForFunction(() => {
    const busy = document.getElementById('result').getAttribute('aria-busy')
    return busy === 'false' && /pixels/.test(document.getElementById('status').textContent)
  })

/** Waits until the key that is spelt has its picture, with all that follows it, and tells what is shown. */
export async function renditionOf(page, key) {
  await page.waitForFunction((wanted) => document.getElementById('key').textContent === wanted, key)
  await shown(page)
  return page.evaluate(() => {
    const { naturalWidth: width, naturalHeight: height } = document.getElementById('picture')
    return { width, height, how: document.querySelector('.chip').textContent, steps: document.getElementById('trip-steps').innerText }
  })
}

/** Where screenshots, and pages that are pasted, are kept. */
export const kept = (name) => join(folder, name)

export const screenshot = (page, name, options = {}) => page.screenshot({ path: kept(`${name}.png`), ...options })

/** All parts that appear only when something has been done. */
export async function everythingShown(page) {
  await page.getByRole('button', { name: 'Compare formats' }).click()
  await page.waitForFunction(() => document.querySelectorAll('#formats tbody tr').length === document.querySelectorAll('[name=format] option').length - 1)
  await page.getByRole('button', { name: 'Ask Paris' }).click()
  await page.waitForFunction(() => document.querySelectorAll('#edge-log tr').length === 1)
  await page.waitForFunction(() => document.querySelectorAll('[data-metric]').length > 0)
  await page.waitForTimeout(1500) // the drawing appears step by step
}
