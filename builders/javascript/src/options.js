/**
 * The options of a key in the one order in which it spells them. Each is a property of a transformation: `token` matches what a key says, `read` makes
 * the value of what follows the first dash (of the whole token where it has none), `write` the token of a value. `conflict` says in a sentence why it
 * does not go with the rest. What each means stands in docs/url-reference.md.
 */
export const OPTIONS = [
  {
    name: 'fit',
    token: /^(?:fill|pad|force)$/,
    read: (word) => word,
    write: (fit) => fit,
    conflict: ({ width, height }) =>
      width > 0 && height > 0 ? undefined : 'fill, pad and force need both a width and a height.',
  },
  flag('enlarge', 'up'),
  {
    name: 'gravity',
    token: /^(?:g-(no|ne|ea|se|so|sw|we|nw|sm|(0|[1-9][0-9]?|100)-(0|[1-9][0-9]?|100)))$/,
    read: (text) => (text.includes('-') ? focalPoint(text) : text),
    write: (gravity) => (typeof gravity === 'string' ? `g-${gravity}` : `g-${gravity.x}-${gravity.y}`),
    conflict: ({ fit, gravity }) => {
      const compass = typeof gravity === 'string' && gravity !== 'sm'
      return fit === 'fill' || (fit === 'pad' && compass)
        ? undefined
        : 'Gravity needs fill; a compass point also goes with pad.'
    },
  },
  {
    name: 'crop',
    token: /^(?:c-[1-9][0-9]{0,4}-[1-9][0-9]{0,4}-(0|[1-9][0-9]{0,4})-(0|[1-9][0-9]{0,4}))$/,
    read: (text) => {
      const [width, height, left, top] = text.split('-').map(Number)
      return { width, height, left, top }
    },
    write: ({ width, height, left, top }) => `c-${width}-${height}-${left}-${top}`,
  },
  number('dpr', 'dpr-', '[234]'),
  number('rotateDegrees', 'r-', '(90|180|270)'),
  word('flip', 'flip-', '[hv]'),
  number('trimPercent', 'trim-', '[1-9][0-9]?'),
  number('blurTenths', 'blur-', '([1-9][0-9]?|[1-4][0-9][0-9]|500)'),
  number('sharpenTenths', 'sharpen-', '([1-9][0-9]?|100)'),
  flag('gray', 'gray'),
  word('background', 'bg-', '[0-9a-f]{6}'),
  word('watermark', 'wm-', '[a-z][a-z0-9]{0,31}'),
  flag('keepIcc', 'keep-icc'),
  flag('keepCopyright', 'keep-copyright'),
  {
    ...word('quality', 'q-', '(auto|[1-9][0-9]?|100)'),
    read: (text) => (text === 'auto' ? text : Number(text)),
  },
  number('maxBytes', 'max-', '[1-9][0-9]{2,7}'),
  word('version', 'v-', '[0-9a-f]{8}'),
]

/** An option that a key has or has not. */
function flag(name, token) {
  return { name, token: new RegExp(`^(?:${token})$`), read: () => true, write: () => token }
}

/** An option whose token ends in a word. */
function word(name, start, pattern) {
  return {
    name,
    token: new RegExp(`^(?:${start}${pattern})$`),
    read: (text) => text,
    write: (value) => start + value,
  }
}

/** An option whose token ends in a whole number. */
function number(name, start, pattern) {
  return { ...word(name, start, pattern), read: Number }
}

function focalPoint(text) {
  const [x, y] = text.split('-').map(Number)
  return { x, y }
}

/** The option that a token spells; undefined when there is none. */
export function optionOf(token) {
  return OPTIONS.find((option) => option.token.test(token))
}

/** What a token asks for. */
export function valueOf(option, token) {
  return option.read(token.slice(token.indexOf('-') + 1))
}
