import { parseKey, renditionKey } from './key.js'
import { pathOf } from './path.js'
import { markup } from './markup.js'
import { withSignatures } from './signature.js'

/**
 * Everything for one deployment whose keys are not signed.
 *
 * @param {object} deployment `base`, the images host as `https://images.example.com`; `style` of keys, `underscore` or `dash`; and `rules`, those of
 *     DEFAULT_RULES that differ
 */
export function createBuilder({ base, style = 'underscore', rules = {} }) {
  const all = markup((key) => urlOf(base, key), rules)
  return {
    key: (original, transformation) => renditionKey(original, styled(transformation, style), rules),
    parse: (key) => parseKey(key, rules),
    ...mapped(all, (make) => (original, transformation, options) => make(original, styled(transformation, style), options)),
  }
}

/** The same for a deployment that signs its keys: every function returns a promise. To be used where pages are made, not in them. */
export function createSigningBuilder({ base, style = 'underscore', rules = {}, secret }) {
  const signed = (build) => withSignatures(build, secret, rules)
  const names = markup((key) => key, rules)
  return {
    key: (original, transformation) => signed((sign) => sign(renditionKey(original, styled(transformation, style), rules))),
    ...mapped(names, (_, name) => (original, transformation, options) =>
      signed((sign) => markup((key) => urlOf(base, sign(key)), rules)[name](original, styled(transformation, style), options)),
    ),
  }
}

function urlOf(base, key) {
  return `${base.replace(/\/$/, '')}/${pathOf(key)}`
}

function styled(transformation, style) {
  return transformation.preset === undefined ? { style, ...transformation } : transformation
}

function mapped(functions, change) {
  return Object.fromEntries(Object.entries(functions).map(([name, make]) => [name, change(make, name)]))
}
