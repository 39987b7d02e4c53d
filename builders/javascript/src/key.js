import { formatOfOriginal, formatOfRendition, noneIsCalled, notOfRenditions } from './formats.js'
import { malformed, noRendition } from './invalid-key-error.js'
import { OPTIONS } from './options.js'
import { checkPath, fileName, split } from './path.js'
import { suffixOf } from './suffix.js'

const SIGNED = /^(?<text>.+)_(?<signature>s-[0-9a-f]{32})$/u
const STYLES = ['underscore', 'dash', 'preset']
const NAMES = ['original', 'signature', 'width', 'height', 'style', 'preset', 'format', ...OPTIONS.map(({ name }) => name)]

/** What a deployment allows in its keys, where nobody has set anything else: its settings keys.alphabet, max-side, presets, and whether it signs. */
export const DEFAULT_RULES = { alphabet: 'safe', maxSide: 4096, presets: {}, signed: false }

/**
 * Reads a rendition key as the server does.
 *
 * @param {string} key the decoded URL path without its leading slash
 * @param {object} [rules] those of DEFAULT_RULES that differ
 * @returns {object} `original`, `style` (`underscore`, `dash`, or `preset` with the name in `preset`), `width` and `height` in CSS pixels, `format` as its
 *     extension, a property for each option that is spelt, and `signature` where keys are signed; whether that is right, only who has the secret can tell
 * @throws {InvalidKeyError} with the server's own sentence
 */
export function parseKey(key, rules = {}) {
  const allowed = { ...DEFAULT_RULES, ...rules }
  checkPath(key, allowed.alphabet)
  const file = fileName(key)
  const { stem, signature } = splitSigned(file.stem, allowed)
  const suffix = suffixOf(stem, allowed)
  if (!suffix) {
    throw malformed(whyNoSize(file, allowed))
  }
  const original = `${file.directory}${suffix.name}.${file.extension}`
  const transformation = { ...suffix.transformation, format: file.format.extensions[0] }
  const spelt = spell(original, transformation, allowed)
  if (keyWith(spelt, signature) !== key) {
    throw malformed(`This rendition has one spelling: ${keyWith(spelt)}.`)
  }
  return { original, ...transformation, ...(signature && { signature }) }
}

/** A stem's own text, and the signature behind it where keys are signed. */
function splitSigned(stem, { signed }) {
  const { text, signature } = (signed && SIGNED.exec(stem)?.groups) || { text: stem }
  return { stem: text, signature }
}

/** A name that does not end in a size may end in a size and an extension more than a key has. */
function whyNoSize({ stem, extension }, allowed) {
  const { name, extension: between } = split(stem)
  if (name !== stem && suffixOf(splitSigned(name, allowed).stem, allowed)) {
    if (!formatOfOriginal(between)) {
      return noneIsCalled(between)
    }
    if (!formatOfRendition(extension)) {
      return notOfRenditions(extension)
    }
  }
  return "A rendition's name ends in its size, like myimage_600_400.jpg or myimage-600x400.jpg."
}

/**
 * Writes a rendition key, without a signature; `parseKey` reads it back to the same.
 *
 * @param {string} original the original's key, `widgets/myimage.jpg`
 * @param {object} transformation `width` and `height` in CSS pixels (one may be left out, and follows the aspect ratio), or `preset`; then `style`,
 *     `format` and options, as `parseKey` returns them
 * @param {object} [rules] those of DEFAULT_RULES that differ
 * @throws {InvalidKeyError} when the server would refuse it
 * @throws {TypeError} when a property is none of these
 */
export function renditionKey(original, transformation, rules = {}) {
  const allowed = { ...DEFAULT_RULES, ...rules, signed: false }
  checkProperties(transformation)
  const format = transformation.format ?? formatOfOriginal(split(original).extension)?.extensions[0]
  const { width = 0, height = 0 } = transformation
  const key = keyWith(spell(original, { ...transformation, width, height, format }, allowed))
  const read = parseKey(key, allowed)
  const ignored = unsaid(transformation, read)
  if (ignored || read.original !== original) {
    throw malformed(`${key} does not say what was asked for: ${ignored ?? original}.`)
  }
  return key
}

/** A key taken apart around its signature: `text` is what is signed, `format` has its dot and may be empty. */
export function splitForSignature(key) {
  const file = fileName(key)
  const own = formatOfOriginal(file.extension)
  return {
    stem: file.directory + file.stem,
    extension: `.${file.extension}`,
    format: file.format === own ? '' : `.${file.format.extensions[0]}`,
  }
}

/** The parts of a key around its signature, after all checks of the transformation. */
function spell(original, transformation, { maxSide, presets }) {
  const meant = meaningOf(transformation, presets)
  const factor = meant.dpr ?? 1
  if (meant.width * factor > maxSide || meant.height * factor > maxSide) {
    throw malformed(`No side of a rendition is longer than ${maxSide} pixels here.`)
  }
  const spoken = OPTIONS.filter((option) => token(option, meant) !== '')
  for (const option of spoken) {
    const sentence = option.conflict?.(meant)
    if (sentence) {
      throw malformed(sentence)
    }
  }
  const { name, extension } = split(original)
  const own = formatOfOriginal(extension)
  if (!own) {
    throw noRendition(noneIsCalled(extension))
  }
  if (meant.format !== own.extensions[0] && !formatOfRendition(meant.format)) {
    throw malformed(`No rendition is made as ${meant.format} of another format.`)
  }
  const tokens = spoken.map((option) => `_${token(option, meant)}`).join('')
  return {
    stem: name + ending(meant, tokens),
    extension: `.${extension}`,
    format: meant.format === own.extensions[0] ? '' : `.${meant.format}`,
  }
}

function ending({ style, preset, width, height }, tokens) {
  if (preset !== undefined) {
    return `_p-${preset}`
  }
  return (style === 'dash' ? `-${width}x${height}` : `_${width}_${height}`) + tokens
}

/** The property of a transformation that its key does not say, as one beside a preset; undefined where there is none. */
function unsaid(asked, read) {
  const side = ['width', 'height'].find((name) => asked[name] !== undefined && asked[name] !== read[name])
  return side ?? OPTIONS.find((option) => asked[option.name] !== undefined && token(option, asked) !== token(option, read))?.name
}

function token({ name, write }, transformation) {
  const value = transformation[name]
  return value === undefined || value === false || value === 'fit' ? '' : write(value)
}

/** A preset's transformation instead of its name. */
function meaningOf(transformation, presets) {
  const { preset, format } = transformation
  return preset === undefined ? transformation : { ...suffixOf(`x_p-${preset}`, { presets }).transformation, format }
}

function keyWith({ stem, extension, format }, signature) {
  return stem + (signature ? `_${signature}` : '') + extension + format
}

/** What the types of TypeScript say, for those who do without. */
function checkProperties(transformation) {
  const unknown = Object.keys(transformation).find((name) => !NAMES.includes(name))
  if (unknown) {
    throw new TypeError(`A transformation has no ${unknown}.`)
  }
  const { width = 0, height = 0, style = 'underscore' } = transformation
  if (!Number.isInteger(width) || !Number.isInteger(height) || !STYLES.includes(style)) {
    throw new TypeError('width and height are whole numbers, and style is underscore, dash or preset.')
  }
}
