import { parseKey, renditionKey } from './key.js'
import { pathOf } from './path.js'

/**
 * A provider for unpic: `extract`, `generate` and `transform`, as its URL transformers have them.
 *
 * Operations are `width`, `height`, `quality`, `format` and every option of a transformation; without `fit`, both sides mean `fill`, as unpic's `cover` does.
 * Options are `base`, and `rules` as `parseKey` takes them.
 */
export function generate(src, operations, { base = '', rules = {} } = {}) {
  const { width, height, quality, format, ...others } = operations
  const box = { width: whole(width), height: whole(height) }
  const asked = { fit: box.width && box.height ? 'fill' : undefined, ...others, ...box }
  const key = renditionKey(originalOf(src), { ...asked, quality: qualityOf(quality), format: extensionOf(format) }, rules)
  return `${base.replace(/\/$/, '')}/${pathOf(key)}`
}

/** The original and the operations of a URL that `generate` has made; null for any other. */
export function extract(url, { rules = {} } = {}) {
  const { origin, pathname } = new URL(url, 'http://relative')
  try {
    const { original, style, preset, signature, ...operations } = parseKey(decodeURIComponent(pathname.slice(1)), rules)
    return { src: original, operations, options: { base: origin === 'http://relative' ? '' : origin, rules } }
  } catch {
    return null
  }
}

/** The same picture with other operations: `src` is an original or a URL that `generate` has made. */
export function transform(src, operations, options = {}) {
  const made = extract(src, options)
  return made
    ? generate(made.src, { ...made.operations, ...operations }, { ...made.options, ...options })
    : generate(src, operations, options)
}

function originalOf(src) {
  return decodeURIComponent(new URL(src, 'http://relative').pathname.slice(1))
}

function whole(side) {
  return side === undefined ? undefined : Math.round(Number(side))
}

function qualityOf(quality) {
  return quality === undefined || quality === 'auto' ? quality : Number(quality)
}

/** unpic says `jpeg` where keys say `jpg`. */
function extensionOf(format) {
  return format === 'jpeg' ? 'jpg' : format
}
