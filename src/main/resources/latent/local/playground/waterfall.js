import { element, milliseconds } from './elements.js'

const NAMES = {
  shared: "waits for another's render",
  stored: 'looks whether it is stored',
  open: 'reads the header',
  permit: 'waits for room',
  fetch: 'reads the original',
  render: 'renders',
}

/** The parts of a request on one line of time, in milliseconds from its begin. */
export function partsOf({ timing, took, stages, redirected }) {
  if (!timing || timing.requestStart === 0) {
    return [{ name: 'the whole request', start: 0, duration: took }]
  }
  const at = (time) => time - timing.startTime
  const parts = []
  const add = (name, start, end, kind) => end > start && parts.push({ name, start, duration: end - start, kind })
  const sent = timing.redirectEnd > 0 ? timing.redirectStart : timing.connectStart || timing.requestStart
  add('the browser gets to it', 0, at(sent), 'network')
  if (timing.redirectEnd > 0) {
    add('website: 302', at(timing.redirectStart), at(timing.redirectEnd), 'website')
  }
  add('connects', at(timing.connectStart), at(timing.connectEnd), 'network')
  const responder = redirected ? 'processor' : 'website'
  add(`${responder}: until the first byte`, at(timing.requestStart), at(timing.responseStart), responder)
  if (redirected) {
    // what a stage waits for is over before the next begins
    let start = at(timing.requestStart)
    for (const { name, duration } of stages) {
      parts.push({ name: NAMES[name] ?? name, start, duration, kind: 'stage' })
      start += duration
    }
  }
  add('the bytes arrive', at(timing.responseStart), at(timing.responseEnd), 'network')
  return parts
}

/** Shows them as bars; what they say stands beside them as text. */
export function showWaterfall(answer, frame) {
  const parts = partsOf(answer)
  const end = Math.max(...parts.map(({ start, duration }) => start + duration), 1)
  frame.replaceChildren(
    element(
      'table',
      { class: 'waterfall' },
      element('caption', {}, `${milliseconds(answer.took)} from the click to the last byte`),
      element('tbody', {}, ...parts.map((part) => bar(part, end))),
    ),
  )
}

function bar({ name, start, duration, kind }, end) {
  const mark = element('span', { class: `bar ${kind ?? ''}` })
  mark.style.marginLeft = `${(100 * start) / end}%`
  mark.style.width = `${Math.max(0.4, (100 * duration) / end)}%`
  return element(
    'tr',
    { class: kind },
    element('th', { scope: 'row' }, name),
    element('td', { class: 'track' }, mark),
    element('td', {}, milliseconds(duration)),
  )
}
