import { byId, bytes, drawing, element, milliseconds } from './elements.js'
import { SOURCES } from './request.js'

const STAGES = {
  stored: (ms) => ({ to: 1, short: `there? ${ms}`, long: `It looks whether the rendition is stored meanwhile: ${ms}.` }),
  open: (ms) => ({ to: 3, short: `header ${ms}`, long: `It reads the header of the original: ${ms}.` }),
  permit: (ms) => ({ to: 2, short: `room ${ms}`, long: `It waits for a thread and memory: ${ms}.` }),
  fetch: (ms) => ({ to: 3, short: `file ${ms}`, long: `It reads the original: ${ms}.` }),
  render: (ms) => ({ to: 2, short: `render ${ms}`, long: `It decodes, resizes and encodes: ${ms}.` }),
  shared: (ms) => ({ to: 2, short: `waits ${ms}`, long: `It waits for another request's render of the same key: ${ms}.` }),
}

/** The trip of a request to the website: who asked whom for what. */
export function websiteTrip(answer, stored) {
  const places = ['Browser', 'Website', 'Processor', 'Originals']
  const size = bytes(answer.blob.size)
  const first = { from: 0, to: 1, short: 'GET', long: 'The browser asks the website for the key.' }
  if (!answer.redirected) {
    return { places, steps: [first, reply(1, answer, size, 'The bucket has it, and the website answers')] }
  }
  const { redirectStart, redirectEnd } = answer.timing ?? {}
  const took = redirectEnd > 0 ? ` ${milliseconds(redirectEnd - redirectStart)}` : ''
  const steps = [
    first,
    { from: 1, to: 0, short: `302${took}`, long: `The bucket has no such key, and the website's rule redirects to the processor:${took || ' 302'}.`, detour: true },
    { from: 0, to: 2, short: 'GET', long: 'The browser asks the processor for the same key.' },
    ...answer.stages.filter(({ name }) => STAGES[name]).map(({ name, duration }) => ({ from: 2, ...STAGES[name](milliseconds(duration)) })),
    reply(2, answer, size, 'The processor answers'),
  ]
  return { places, steps: stored === undefined ? steps : [...steps, storing(stored)] }
}

function storing(after) {
  return { from: 2, to: 1, short: 'stores it', long: `The processor stores it in the bucket: seen there ${milliseconds(after)} after the answer.`, later: true }
}

function reply(from, { ok, status, sentence, source }, size, how) {
  const origin = SOURCES[source] ? `: ${SOURCES[source]}` : ''
  return ok
    ? { from, to: 0, short: `${status}, ${size}`, long: `${how} with ${status} and ${size}${origin}.`, arrives: true }
    : { from, to: 0, short: String(status), long: `${how} with ${status}: ${sentence}`, refused: true }
}

/** The trip of a request to an edge. */
export function edgeTrip(answer, { name }) {
  const places = ['Browser', name, 'Bucket', 'Processor']
  const size = bytes(answer.blob.size)
  const hit = /Hit/.test(answer.headers.get('X-Cache') ?? '')
  const made = answer.headers.has('X-Request-Id')
  const asked = { from: 0, to: 1, short: 'GET', long: `The browser asks the edge in ${name}.` }
  const end = { ...reply(1, { ...answer, source: undefined }, size, hit ? 'The edge has kept it, and answers' : 'The edge keeps it, and answers') }
  if (hit) {
    return { places, steps: [asked, end] }
  }
  const bucket = { from: 1, to: 2, short: 'GET', long: 'The edge has not got it, and asks the bucket.' }
  const there = { from: 2, to: 1, short: '200', long: 'The bucket has it, and nothing is made.' }
  const missing = { from: 2, to: 1, short: '404', long: 'The bucket has not got it.', detour: true }
  const processor = { from: 1, to: 3, short: 'GET', long: 'The edge falls back on the processor.' }
  const said = SOURCES[answer.source] ?? `it says ${answer.status}`
  const render = { from: 3, to: 1, short: answer.source ?? String(answer.status), long: `The processor answers: ${said}.` }
  return { places, steps: [asked, bucket, ...(made ? [missing, processor, render] : [there]), end] }
}

const shown = new Map()

/** Shows a trip as a drawing, and as a list for those who cannot see it, in the place of that name. */
export function showTrip(trip, place) {
  shown.set(place, trip)
  byId(`${place}-steps`).replaceChildren(...trip.steps.map(({ long, refused }) => element('li', { class: refused && 'refused' }, long)))
  draw(trip, byId(`${place}-drawing`))
}

/** Draws them anew at the width that the page has now. */
export function drawTripsAgain() {
  shown.forEach((trip, place) => {
    const frame = byId(`${place}-drawing`)
    draw(trip, frame)
    frame.firstChild.classList.add('still')
  })
}

function draw({ places, steps }, frame) {
  const width = Math.max(280, Math.min(720, frame.clientWidth))
  frame.replaceChildren(sequence(places, steps, width))
}

const TOP = 34
const STEP = 34

function sequence(places, steps, width) {
  const height = TOP + STEP * (steps.length + 0.6)
  const x = (place) => (width / places.length) * (place + 0.5)
  const lines = places.map((_, place) => drawing('line', { class: 'life', x1: x(place), x2: x(place), y1: TOP - 8, y2: height }))
  const names = places.map((name, place) => drawing('text', { class: 'place', x: x(place), y: 16 }, name))
  const arrows = steps.map((step, index) => arrow(step, x, TOP + STEP * (index + 0.7), index))
  return drawing('svg', { viewBox: `0 0 ${width} ${height}`, width, height }, ...lines, ...names, ...arrows)
}

function arrow({ from, to, short, detour, arrives, refused, later }, x, y, index) {
  const kind = ['step', detour && 'detour', arrives && 'arrives', refused && 'refused', later && 'later'].filter(Boolean).join(' ')
  const group = drawing('g', { class: kind })
  group.style.setProperty('--order', index)
  if (from === to) {
    const left = x(from) - 5
    group.append(drawing('rect', { x: left, y: y - 12, width: 10, height: 20, rx: 3 }), drawing('text', { class: 'beside', x: left - 6, y: y + 2 }, short))
    return group
  }
  const way = Math.sign(x(to) - x(from))
  const tip = x(to) - way * 2
  group.append(
    drawing('line', { x1: x(from), x2: tip - way * 5, y1: y, y2: y }),
    drawing('path', { d: `M ${tip} ${y} l ${-way * 8} -4.5 v 9 z` }),
    drawing('text', { x: (x(from) + x(to)) / 2, y: y - 6 }, short),
  )
  return group
}
