import { byId, bytes, element, milliseconds, percent, row } from './elements.js'
import { ask, SOURCES } from './request.js'

/** Asks for the same picture in each format, one after the other, and compares their bytes. */
export async function compareFormats({ formats, originalBytes, urlOf }) {
  const frame = byId('formats')
  const body = element('tbody')
  const heads = ['format', 'bytes', 'compared', 'of the original', 'took', 'it came from'].map((head) => element('th', { scope: 'col' }, head))
  frame.replaceChildren(element('table', {}, element('caption', {}, 'The same picture in each format'), element('thead', {}, element('tr', {}, ...heads)), body))
  frame.hidden = false
  const answers = []
  for (const format of formats) {
    const answer = await ask(await urlOf(format))
    answers.push({ format, answer })
    const most = Math.max(...answers.filter(({ answer: { ok } }) => ok).map(({ answer: { blob } }) => blob.size), 1)
    body.replaceChildren(...answers.map((one) => line(one, most, originalBytes)))
  }
}

function line({ format, answer: { ok, blob, took, source, sentence, redirected } }, most, originalBytes) {
  if (!ok) {
    return element('tr', {}, element('th', { scope: 'row' }, format), element('td', { colspan: 5 }, sentence))
  }
  const bar = element('span', { class: 'bar' })
  bar.style.width = `${(100 * blob.size) / most}%`
  const share = originalBytes ? percent(blob.size, originalBytes) : ''
  const origin = redirected ? SOURCES[source] : 'the bucket'
  const cells = row(format, bytes(blob.size), bar, share, milliseconds(took), origin ?? '')
  cells.children[2].className = 'track'
  return cells
}
