import { createBuilder } from './builder.js'

/**
 * A loader for Next.js (`images.loaderFile`): its file exports this function's result as its default. Keys are named on the client there, so the deployment is
 * one whose keys are not signed; its `keys.ladder`, if any, holds `deviceSizes` and `imageSizes` as `640x0`.
 *
 * @param {object} deployment as `createBuilder` takes it, and `format`, in which all pictures are asked for
 * @returns {(request: { src: string, width: number, quality?: number }) => string}
 */
export function nextLoader({ format, ...deployment }) {
  const images = createBuilder(deployment)
  return ({ src, width, quality }) => images.url(src.replace(/^\//, ''), { width, quality, format })
}
