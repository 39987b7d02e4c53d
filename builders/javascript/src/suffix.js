import { malformed, noRendition } from './invalid-key-error.js'
import { optionOf, valueOf } from './options.js'

const SIDE = '(?:0|[1-9][0-9]{0,5})'
const SIZED = new RegExp(
  `^(?<name>.+)(?:_(?<w>${SIDE})_(?<h>${SIDE})|-(?<dw>${SIDE})x(?<dh>${SIDE}))(?<options>(?:_[a-z][a-z0-9-]*)*)$`,
  'u',
)
const NAMED = /^(?<name>.+)_p-(?<preset>[a-z][a-z0-9]{0,31})$/u

/** The transformation at the end of a stem, and the name before it; undefined where there is none. */
export function suffixOf(stem, { presets }) {
  const named = NAMED.exec(stem)
  const suffix = named ? presetSuffix(named.groups, presets) : sizedSuffix(stem)
  if (!suffix) {
    return undefined
  }
  const transformation = { ...suffix.transformation }
  for (const token of suffix.tokens) {
    const option = optionOf(token)
    if (!option) {
      throw malformed(`There is no option ${token}.`)
    }
    transformation[option.name] = valueOf(option, token)
  }
  return { name: suffix.name, transformation }
}

function sizedSuffix(stem) {
  const groups = SIZED.exec(stem)?.groups
  if (!groups) {
    return undefined
  }
  const width = Number(groups.w ?? groups.dw)
  const height = Number(groups.h ?? groups.dh)
  if (width === 0 && height === 0) {
    return undefined
  }
  const style = groups.dw === undefined ? 'underscore' : 'dash'
  return { name: groups.name, transformation: { style, width, height }, tokens: groups.options.split('_').slice(1) }
}

function presetSuffix({ name, preset }, presets) {
  const meaning = Object.hasOwn(presets, preset) ? sizedSuffix(`preset-${presets[preset]}`) : undefined
  if (!meaning) {
    throw noRendition(`There is no preset ${preset} here.`)
  }
  return { name, tokens: meaning.tokens, transformation: { ...meaning.transformation, style: 'preset', preset } }
}
