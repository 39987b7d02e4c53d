import { byId, element } from './elements.js'

/**
 * What can be pasted elsewhere, by the module of keys.
 *
 * @param images a builder; it may sign, so that what it returns is awaited
 * @param written formats that the engine writes
 */
export async function snippets(images, original, transformation, written) {
  const { key } = original
  const options = original.size && !transformation.crop && !transformation.trimPercent ? turned(original.size, transformation) : {}
  const sizes = transformation.width ? `(min-width: ${transformation.width}px) ${transformation.width}px, 100vw` : '100vw'
  const alt = key.slice(key.lastIndexOf('/') + 1)
  const url = await images.url(key, transformation)
  // the formats stand in <picture> and image-set() by themselves
  const { format, ...free } = transformation
  const formats = ['avif', 'webp'].filter((better) => written.includes(better))
  return [
    ['key', 'Key', await images.key(key, transformation)],
    ['url', 'URL', url],
    ['img', '<img srcset sizes>', await images.img(key, transformation, { ...options, sizes, alt })],
    ['picture', '<picture>', await images.picture(key, free, { ...options, formats, sizes, alt })],
    ['image-set', 'CSS image-set()', `background-image: ${await images.imageSet(key, free, { formats })};`],
    ['curl', 'curl', `curl -iL -o picture '${url.replaceAll("'", "'\\''")}'`],
  ]
}

/** The original's sides as they are turned. */
function turned({ width, height }, { rotateDegrees }) {
  const across = rotateDegrees === 90 || rotateDegrees === 270
  return across ? { originalWidth: height, originalHeight: width } : { originalWidth: width, originalHeight: height }
}

/** Shows them, each with a button that copies it. */
export function showSnippets(all) {
  byId('snippets').replaceChildren(
    ...all.map(([id, name, text]) =>
      element(
        'div',
        { class: 'snippet' },
        element('h3', {}, name),
        element('button', { type: 'button', class: 'plain', 'data-copies': id, 'aria-label': `Copy ${name}` }, 'Copy'),
        element('pre', { tabindex: 0, role: 'region', 'aria-label': name }, element('code', { id: `snippet-${id}` }, text)),
      ),
    ),
  )
}

/** Copies on a click of any button that says what it copies. */
export function copyOnClick() {
  document.addEventListener('click', async ({ target }) => {
    const id = target.dataset?.copies
    if (!id) {
      return
    }
    const text = byId(`snippet-${id}`)
    const before = target.textContent
    try {
      await navigator.clipboard.writeText(text.textContent)
      target.textContent = 'Copied'
    } catch {
      // without the right to write, the text is at least selected
      getSelection().selectAllChildren(text)
      target.textContent = 'Selected: press Ctrl-C'
    }
    setTimeout(() => (target.textContent = before), 1500)
  })
}
