import { formatOfOriginal, formatOfRendition, noneIsCalled } from './formats.js'
import { malformed, noRendition } from './invalid-key-error.js'

const MAX_BYTES = 512
const ALPHABETS = {
  safe: /^[A-Za-z0-9._/!*'()-]*$/,
  unicode: /^(?:[^\p{C}\p{Zl}\p{Zp}\\]|[\u200c\u200d\u{e0020}-\u{e007f}])*$/u,
}

/** A key as the path of a URL without its leading slash, in the one spelling that browsers, CloudFront and S3 agree on. */
export function pathOf(key) {
  return key.split('/').map(encoded).join('/')
}

/** A tilde too, as the function at the edge does: CloudFront refuses an invalidation path with one. */
function encoded(segment) {
  return encodeURIComponent(segment).replaceAll('~', '%7E')
}

/** Refuses what does not mean one thing to everyone on the way: browser, CloudFront, S3, processor. */
export function checkPath(path, alphabet) {
  if (path === '') {
    throw noRendition('There is nothing to see at the root.')
  }
  if (new TextEncoder().encode(path).length > MAX_BYTES) {
    throw malformed(`A key is at most ${MAX_BYTES} bytes long.`)
  }
  if (!ALPHABETS[alphabet].test(path)) {
    throw malformed('This key holds a character that keys may not hold here.')
  }
  const segments = path.split('/')
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    throw malformed('A key has no empty, "." or ".." segment.')
  }
  if (segments[0] === '-') {
    throw noRendition('Nothing under /-/ is a picture.')
  }
}

/** A name and its extension, which may be empty. */
export function split(path) {
  const dot = path.lastIndexOf('.')
  return dot < 0 ? { name: path, extension: '' } : { name: path.slice(0, dot), extension: path.slice(dot + 1) }
}

/** Takes a path apart at its last slash and its last dots. */
export function fileName(path) {
  const slash = path.lastIndexOf('/') + 1
  const directory = path.slice(0, slash)
  const last = split(path.slice(slash))
  const before = split(last.name)
  const format = formatOfRendition(last.extension)
  // "photo.jpg_600_400.png" is a PNG called photo.jpg; "photo_600_400.jpg.png" is the PNG of a JPEG.
  if (format && formatOfOriginal(before.extension)) {
    return { directory, stem: before.name, extension: before.extension, format }
  }
  const own = formatOfOriginal(last.extension)
  if (!own) {
    throw noRendition(noneIsCalled(last.extension))
  }
  return { directory, stem: last.name, extension: last.extension, format: own }
}
