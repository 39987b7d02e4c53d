import { byId, bytes, element, milliseconds, percent, row } from './elements.js'
import { ask, SOURCES } from './request.js'
import { brightnessOf, similarity } from './score.js'

const COLUMNS = ['format', 'bytes', 'compared', 'SSIM', 'of the original', 'took', 'it came from']

/**
 * Asks for the same picture in each format, one after the other, and compares their bytes, and what they look like.
 *
 * @param {string} losslessUrl of the same picture before a lossy encoder has touched it, to which the others are compared; empty where there is none
 */
export async function compareFormats({ formats, originalBytes, urlOf, losslessUrl }) {
  const frame = byId('formats')
  const body = element('tbody')
  const heads = COLUMNS.map((head) => element('th', { scope: 'col' }, head))
  frame.replaceChildren(element('table', { class: 'formats' }, element('caption', {}, 'The same picture in each format, and its likeness to the lossless one'), element('thead', {}, element('tr', {}, ...heads)), body))
  frame.hidden = false
  const answers = []
  const lossless = losslessUrl ? await ask(losslessUrl) : undefined
  const resized = lossless?.ok ? await brightnessOf(lossless.blob) : undefined
  for (const format of formats) {
    const answer = await ask(await urlOf(format))
    answers.push({ format, answer, score: answer.ok && resized ? await scoreOf(answer.blob, resized) : undefined })
    const most = Math.max(...answers.filter(({ answer: { ok } }) => ok).map(({ answer: { blob } }) => blob.size), 1)
    body.replaceChildren(...answers.map((one) => line(one, most, originalBytes)))
  }
}

async function scoreOf(blob, resized) {
  const shown = await brightnessOf(blob)
  return shown && similarity(resized, shown)
}

function line({ format, score, answer: { ok, blob, took, source, sentence, redirected } }, most, originalBytes) {
  if (!ok) {
    return element('tr', {}, element('th', { scope: 'row' }, format), element('td', { colspan: COLUMNS.length - 1 }, sentence))
  }
  const bar = element('span', { class: 'bar' })
  bar.style.width = `${(100 * blob.size) / most}%`
  const share = originalBytes ? percent(blob.size, originalBytes) : ''
  const origin = redirected ? SOURCES[source] : 'the bucket'
  const cells = row(format, bytes(blob.size), bar, score === undefined ? '' : score.toFixed(3), share, milliseconds(took), origin ?? '')
  cells.children[2].className = 'track'
  // what a narrow screen says of each, where the heads have no room
  COLUMNS.forEach((head, column) => cells.children[column].setAttribute('data-head', head))
  return cells
}
