import { formatOfOriginal, formatOfRendition } from './formats.js'
import { DEFAULT_RULES, renditionKey } from './key.js'
import { malformed } from './invalid-key-error.js'
import { split } from './path.js'

/** Widths in pixels that serve phones to large screens at any density without being many. */
export const DEFAULT_WIDTHS = [320, 640, 960, 1280, 1920, 2560]

/** What every browser shows, for the picture of last resort. */
const SHOWN_EVERYWHERE = ['jpg', 'png', 'gif']
const PLACEHOLDER_WIDTH = 24

/**
 * The parts of pages, by a function from a key to the URL that is asked for.
 *
 * @param {(key: string) => string} urlOf
 * @param {object} rules those of DEFAULT_RULES that differ
 */
export function markup(urlOf, rules) {
  const url = (original, transformation) => urlOf(renditionKey(original, transformation, rules))

  /**
   * `… 320w, … 640w`: one shape in several widths. Where the original's sides are told, each has the width that it will come out with: no rendition is larger
   * than its original, and a whole picture that is fitted into a box may be narrower than the box. A preset has its one size.
   */
  function srcset(original, transformation, { widths = DEFAULT_WIDTHS, originalWidth = Infinity, originalHeight = Infinity } = {}) {
    if (transformation.preset !== undefined) {
      return url(original, transformation)
    }
    const size = { width: originalWidth, height: originalHeight }
    return ladder(widths, Math.min(widestOf(size, transformation), widest(transformation, rules)))
      .map((width) => scaled(transformation, width))
      .map((step) => `${url(original, step)} ${widthOf(size, step)}w`)
      .join(', ')
  }

  /** `… 1x, … 2x`: one size for screens of several densities. */
  function densities(original, transformation, { dprs = [1, 2, 3] } = {}) {
    return possible(dprs, transformation, rules)
      .map((dpr) => `${url(original, withDpr(transformation, dpr))} ${dpr}x`)
      .join(', ')
  }

  function img(original, transformation, options = {}) {
    const plain = { ...transformation, format: transformation.format ?? lastResort(original) }
    return `<img ${attributes({
      src: url(original, plain),
      srcset: srcset(original, plain, options),
      sizes: options.sizes ?? '100vw',
      ...rest(original, transformation, options),
    })}>`
  }

  /** `<picture>` with a source for each of `formats`, best first, and an `<img>` in a format that everything shows. */
  function picture(original, transformation, options = {}) {
    const { formats = ['avif', 'webp'], sizes = '100vw' } = options
    const last = { ...transformation, format: lastResort(original) }
    const sources = formats.map((format) => {
      const type = formatOfRendition(format)?.mediaType
      return `  <source ${attributes({ type, srcset: srcset(original, { ...last, format }, options), sizes })}>\n`
    })
    return `<picture>\n${sources.join('')}  ${img(original, last, options)}\n</picture>`
  }

  /** The value of CSS `image-set()`, best format first, each in several densities. */
  function imageSet(original, transformation, { formats = ['avif', 'webp'], dprs = [1, 2] } = {}) {
    const choices = [...formats, lastResort(original)].flatMap((format) =>
      possible(dprs, transformation, rules).map((dpr) => {
        const address = url(original, withDpr({ ...transformation, format }, dpr))
        return `  url("${address}") type("${formatOfRendition(format)?.mediaType}") ${dpr}x`
      }),
    )
    return `image-set(\n${choices.join(',\n')}\n)`
  }

  /** The URL of a tiny, blurred rendition of the same shape, to stand in the picture's place until it has come. */
  function placeholder(original, transformation) {
    if (transformation.preset !== undefined) {
      throw malformed('A preset has one size, and a placeholder is another: give its shape instead.')
    }
    const { style, fit, gravity, crop, rotateDegrees, flip } = transformation
    const shape = { style, fit, gravity, crop, rotateDegrees, flip, format: lastResort(original) }
    const { width, height } = scaled(transformation, PLACEHOLDER_WIDTH)
    return url(original, { ...shape, width, height, blurTenths: 10 })
  }

  function rest(original, transformation, { alt = '', loading = 'lazy', placeholder: wanted = false }) {
    const { width, height } = transformation
    const style = wanted ? `background: url("${placeholder(original, transformation)}") center / cover no-repeat` : undefined
    return { width: width || undefined, height: height || undefined, alt, loading, decoding: 'async', style }
  }

  return { url, srcset, densities, img, picture, imageSet, placeholder }
}

/** Ascending widths up to the widest there can be, which is the last of them where one was asked for that is wider. */
function ladder(widths, most) {
  return [...new Set(widths.map((width) => Math.min(width, most)))].sort((a, b) => a - b)
}

/** The widest box of the shape that a picture of a size fills without being enlarged. */
function widestOf(size, { fit, width = 0, height = 0, enlarge }) {
  if (enlarge || fit === 'pad') {
    return Infinity
  }
  return fit === 'fill' || fit === 'force' ? Math.min(size.width, Math.max(1, Math.floor((size.height * width) / height))) : size.width
}

/** The width that a rendition comes out with, as far as the original's sides are known. */
function widthOf(size, { fit = 'fit', width, height }) {
  const fitted = fit === 'fit' && height > 0 && Number.isFinite(size.width / size.height)
  return fitted ? Math.min(width, Math.max(1, Math.round((height * size.width) / size.height))) : width
}

/** The width at which neither side is longer than the deployment allows. */
function widest({ width = 0, height = 0 }, { maxSide = DEFAULT_RULES.maxSide }) {
  return width > 0 && height > width ? Math.max(1, Math.floor((maxSide * width) / height)) : maxSide
}

/** The same shape at another width, in device pixels. */
function scaled(transformation, width) {
  const { width: from = 0, height = 0 } = transformation
  const across = from > 0 && height > 0 ? Math.max(1, Math.round((height * width) / from)) : 0
  return { ...transformation, width, height: across, dpr: undefined }
}

/** Densities at which no side is longer than the deployment allows; a preset has its one. */
function possible(dprs, { preset, width = 0, height = 0 }, { maxSide = DEFAULT_RULES.maxSide }) {
  return dprs.filter((dpr) => dpr === 1 || (preset === undefined && Math.max(width, height) * dpr <= maxSide))
}

function withDpr(transformation, dpr) {
  return { ...transformation, dpr: dpr === 1 ? undefined : dpr }
}

function lastResort(original) {
  const own = formatOfOriginal(split(original).extension)?.extensions[0]
  return SHOWN_EVERYWHERE.includes(own) ? own : own === 'svg' ? 'png' : 'jpg'
}

function attributes(values) {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ')
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
