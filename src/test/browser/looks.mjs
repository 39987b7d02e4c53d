// What the page looks like, and for whom.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { everythingShown, open, screenshot } from './page.mjs'

const SCHEMES = ['light', 'dark']
const WIDTHS = [1280, 360]

export async function widths(browser) {
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const page = await open(browser, { width, colorScheme })
      await everythingShown(page)
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width)
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.scrolls, .skip, pre')).map((part) => part.outerHTML.slice(0, 80)),
      )
      assert.deepEqual(wide, [])
      const scrolled = await page.evaluate(() => [...document.querySelectorAll('.scrolls')].filter((frame) => frame.scrollWidth > frame.clientWidth).length)
      assert.equal(scrolled, 0, 'tables are read without scrolling')
      const broken = await page.evaluate(() =>
        [...document.querySelectorAll('#edges th, #edges td, #formats th, #formats td')].filter(({ firstChild }) => {
          if (!firstChild) return false
          const word = document.createRange()
          word.selectNodeContents(firstChild)
          return !/[\s-]/.test(firstChild.textContent) && word.getClientRects().length > 1
        }).length,
      )
      assert.equal(broken, 0, 'no word is broken in two')
      const [before, after] = await page.evaluate(() => {
        const name = document.querySelector('.thumbnails span')
        const tall = name.getBoundingClientRect().height
        name.textContent = 'a-very_long_name_by_Somebody_with_a_long_name.jpg'
        return [tall, name.getBoundingClientRect().height]
      })
      assert.equal(after, before, 'a long name is one line')
      await screenshot(page, `page-${width}-${colorScheme}`, { fullPage: true })
      await page.context().close()
    }
  }
}

export async function accessibility(browser) {
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
}
