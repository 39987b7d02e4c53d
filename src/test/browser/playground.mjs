// Drives Chromium through the playground as somebody who plays. Usage: node playground.mjs CLAIM CHROMIUM URL FOLDER-FOR-SCREENSHOTS
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'
import * as comparing from './comparing.mjs'
import * as looks from './looks.mjs'
import * as making from './making.mjs'
import { asked } from './page.mjs'

const CLAIMS = { ...making, ...looks, ...comparing }
const [claim, executablePath] = process.argv.slice(2)

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] })
try {
  await CLAIMS[claim](browser)
  const elsewhere = asked.filter((address) => !/^(http:\/\/(localhost|127\.0\.0\.1):\d+\/|blob:|data:|file:)/.test(address))
  assert.deepEqual(elsewhere, [])
  console.log(`${claim}: done, ${asked.length} requests, none of them leaves this machine`)
} finally {
  await browser.close()
}
