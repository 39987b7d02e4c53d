import { createBuilder, createSigningBuilder, FORMATS, pathOf } from './builder/index.js'
import { Controls } from './controls.js'
import { Edges } from './edges.js'
import { byId, bytes, element, milliseconds, percent } from './elements.js'
import { compareFormats } from './formats.js'
import { watch } from './live.js'
import { Picker } from './picker.js'
import { ask, SOURCES, storedAfter } from './request.js'
import { copyOnClick, showSnippets, snippets } from './snippets.js'
import { drawTripsAgain, edgeTrip, showTrip, websiteTrip } from './trip.js'
import { showWaterfall } from './waterfall.js'

/** Where nobody says what there is: every format, and originals by their keys only. */
const UNKNOWN = {
  originals: [],
  formats: FORMATS.filter(({ written }) => written).map(({ extensions }) => extensions[0]),
  rules: { alphabet: 'safe', maxSide: 4096, presets: {} },
  ladder: [],
  watermarks: [],
  signed: false,
  limits: [],
  edges: [],
}

const answer = await fetch('deployment.json', { cache: 'no-store' })
const deployment = answer.ok ? { ...UNKNOWN, ...(await answer.json()) } : UNKNOWN
let asked = 0

const controls = new Controls(deployment, { onInput: grow, onChange: make })
const picker = new Picker(controls, make)

/** Everything about keys for this website; it signs once the secret is there. */
function images() {
  const base = location.origin
  const { rules } = deployment
  return controls.secret ? createSigningBuilder({ base, rules, secret: controls.secret }) : createBuilder({ base, rules })
}

/** The key as the form stands; empty, with the reason shown, where it is none. */
async function currentKey(changes = {}) {
  const { original } = controls
  try {
    const key = original ? await images().key(original.key, { ...controls.transformation(), ...changes }) : ''
    byId('key-problem').textContent = original ? '' : 'Choose an original.'
    return key
  } catch (invalid) {
    byId('key-problem').textContent = invalid.message
    return ''
  }
}

/** The key and what can be pasted, while something moves. */
async function grow() {
  picker.show()
  const key = await currentKey()
  byId('key').replaceChildren(...coloured(key))
  byId('again').disabled = key === ''
  if (key !== '') {
    showSnippets(await snippets(images(), controls.original, controls.transformation(), deployment.formats))
  }
  return key
}

/** The parts of a key: the original's name, each step of the transformation, and the extensions. */
function coloured(key) {
  const slash = key.lastIndexOf('/') + 1
  const stem = controls.original ? controls.original.key.slice(0, controls.original.key.lastIndexOf('.')) : ''
  const rest = key.slice(stem.length)
  const dot = rest.indexOf('.')
  const steps = rest.slice(0, dot).match(/[_-]?[^_]+/g) ?? []
  return [
    element('span', { class: 'folder' }, key.slice(0, slash)),
    element('span', { class: 'name' }, stem.slice(slash)),
    ...steps.map((step, index) => element('span', { class: `part part-${index % 4}` }, step)),
    element('span', { class: 'name' }, rest.slice(dot)),
  ]
}

/** Asks the website for what the form says, and shows all that is known of the answer. */
async function make() {
  const turn = ++asked
  const key = await grow()
  if (key === '') {
    return
  }
  const { original } = controls
  byId('result').setAttribute('aria-busy', 'true')
  byId('status').textContent = 'Asking …'
  try {
    const got = await ask(`${location.origin}/${pathOf(key)}`)
    if (turn === asked) {
      await show(got, original)
      const stored = got.ok && got.redirected ? await storedAfter(got.url) : undefined
      if (turn === asked && stored !== undefined) {
        showTrip(websiteTrip(got, stored), 'trip')
      }
    }
  } catch (unreachable) {
    byId('status').textContent = `No answer: ${unreachable.message}.`
  } finally {
    if (turn === asked) {
      byId('result').setAttribute('aria-busy', 'false')
    }
  }
}

async function show(got, original) {
  const origin = got.redirected ? SOURCES[got.source] : 'from the bucket: a hit'
  showTrip(websiteTrip(got), 'trip')
  showWaterfall(got, byId('waterfall'))
  if (!got.ok) {
    byId('picture').hidden = true
    byId('facts').replaceChildren(chip(`refused: ${got.status}`, 'refused'))
    byId('status').textContent = got.sentence
    return
  }
  const { naturalWidth: width, naturalHeight: height } = await showPicture(got.blob, original.key)
  const share = original.bytes ? `, ${percent(got.blob.size, original.bytes)} of the original's ${bytes(original.bytes)}` : ''
  byId('facts').replaceChildren(chip(origin, got.redirected ? got.source : 'hit'), ` ${got.blob.type}, ${width} × ${height}, ${bytes(got.blob.size)}${share}`)
  byId('status').textContent = `${width} by ${height} pixels, ${bytes(got.blob.size)}, in ${milliseconds(got.took)}, ${origin}.`
}

function chip(text, kind) {
  return element('strong', { class: `chip ${kind}` }, text)
}

async function showPicture(blob, key) {
  const picture = byId('picture')
  const old = picture.src
  picture.src = URL.createObjectURL(blob)
  picture.alt = `Rendition of ${key}`
  picture.hidden = false
  await picture.decode().catch(() => undefined)
  URL.revokeObjectURL(old)
  return picture
}

/** The same picture as a PNG of full quality; a preset has its own, which is not known to be lossless. */
async function losslessUrl() {
  if (!deployment.formats.includes('png') || controls.transformation().preset !== undefined) {
    return ''
  }
  return `${location.origin}/${pathOf(await currentKey({ format: 'png', quality: undefined, maxBytes: undefined }))}`
}

/** A key of a width that this page has not asked for; on a ladder there are no others. */
function freshKey() {
  if (deployment.ladder.length === 0) {
    const { width, height } = controls.transformation()
    const most = width && height ? Math.max(200, width) : 800
    controls.setWidth(most - 100 + Math.floor(Math.random() * 200))
  }
  return grow()
}

const edges = new Edges(deployment.edges, {
  currentKey: grow,
  freshKey,
  onAnswer: (got, edge) => showTrip(edgeTrip(got, edge), 'edge'),
  // the form has the new size, and the picture above is still the old one
  onPlayed: make,
})

byId('again').addEventListener('click', make)
byId('compare').addEventListener('click', async () => {
  const { original } = controls
  const urlOf = async (format) => `${location.origin}/${pathOf(await currentKey({ format }))}`
  return original && compareFormats({ formats: deployment.formats, originalBytes: original.bytes, urlOf, losslessUrl: await losslessUrl() })
})
copyOnClick()
addEventListener('resize', drawTripsAgain)
watch(deployment, (counts) => edges.showCounts(counts))
if (deployment.originals.length > 0) {
  make()
} else {
  grow()
}
