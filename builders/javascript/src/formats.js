/**
 * The formats that a key may name: how originals of each may end, the usual way first, and whether renditions are made in it.
 * The server's own table is src/main/java/latent/image/ImageFormat.java; the test vectors hold the two together.
 */
export const FORMATS = [
  { name: 'JPEG', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif', 'pjpeg', 'pjp'], written: true },
  { name: 'PNG', mediaType: 'image/png', extensions: ['png'], written: true },
  { name: 'WEBP', mediaType: 'image/webp', extensions: ['webp'], written: true },
  { name: 'GIF', mediaType: 'image/gif', extensions: ['gif'], written: true },
  { name: 'AVIF', mediaType: 'image/avif', extensions: ['avif'], written: true },
  { name: 'TIFF', mediaType: 'image/tiff', extensions: ['tiff', 'tif'], written: false },
  { name: 'BMP', mediaType: 'image/bmp', extensions: ['bmp', 'dib'], written: false },
  { name: 'ICO', mediaType: 'image/vnd.microsoft.icon', extensions: ['ico'], written: false },
  { name: 'HEIC', mediaType: 'image/heic', extensions: ['heic', 'heif'], written: false },
  { name: 'SVG', mediaType: 'image/svg+xml', extensions: ['svg'], written: false },
]

const listed = (names) => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
const MADE = `Renditions are made as ${listed(FORMATS.filter(({ written }) => written).map(({ extensions }) => extensions[0]))}.`
const KNOWN = `Originals end in ${listed(FORMATS.flatMap(({ extensions }) => extensions))}. ${MADE}`

/** The sentence for an extension that no format has; it may be empty. */
export function noneIsCalled(extension) {
  return `${extension === '' ? 'This name has no extension.' : `There is no format ${extension} here.`} ${KNOWN}`
}

/** The sentence for an extension that is an original's only, or that renditions spell otherwise. */
export function notOfRenditions(extension) {
  return `No rendition is made as ${extension}. ${MADE}`
}

/** The format of an original by its extension, whatever its case; undefined when it is no picture's. */
export function formatOfOriginal(extension) {
  const small = extension.toLowerCase()
  return FORMATS.find((format) => format.extensions.includes(small))
}

/** The format that a key may ask for by this word, in its one spelling; undefined for any other. */
export function formatOfRendition(word) {
  return FORMATS.find((format) => format.written && format.extensions[0] === word)
}
