/**
 * Structural similarity of two pictures, as the server's search for a quality (`q-auto`) counts it: the mean over windows of 8 by 8 pixels, four apart, of
 * brightness alone; 1 for equal ones. A test holds it to src/main/java/latent/render/quality/Ssim.java.
 */
const WINDOW = 8
const STEP = 4
const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2

/** The similarity of two pictures of one size; undefined where their sizes differ. */
export function similarity(one, other) {
  const { width, height } = one
  if (other.width !== width || other.height !== height) {
    return undefined
  }
  const across = Math.min(WINDOW, width)
  const down = Math.min(WINDOW, height)
  let sum = 0
  let windows = 0
  for (let y = 0; y + down <= height; y += STEP) {
    for (let x = 0; x + across <= width; x += STEP) {
      sum += windowSimilarity(one, other, x, y, across, down)
      windows++
    }
  }
  return sum / windows
}

function windowSimilarity({ width, samples: a }, { samples: b }, left, top, across, down) {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0]
  for (let y = top; y < top + down; y++) {
    for (let at = y * width + left; at < y * width + left + across; at++) {
      sumA += a[at]
      sumB += b[at]
      squaresA += a[at] * a[at]
      squaresB += b[at] * b[at]
      products += a[at] * b[at]
    }
  }
  const n = across * down
  const [meanA, meanB] = [sumA / n, sumB / n]
  const [varianceA, varianceB] = [squaresA / n - meanA * meanA, squaresB / n - meanB * meanB]
  const covariance = products / n - meanA * meanB
  return ((2 * meanA * meanB + C1) * (2 * covariance + C2)) / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2))
}

/** The brightness of a file's picture (its first frame, on white), one sample a pixel; undefined where the browser does not show it. */
export async function brightnessOf(blob) {
  const picture = await createImageBitmap(blob).catch(() => undefined)
  if (!picture) {
    return undefined
  }
  const { width, height } = picture
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0)
  picture.close()
  const { data } = context.getImageData(0, 0, width, height)
  const samples = new Uint8Array(width * height)
  for (let at = 0; at < samples.length; at++) {
    samples[at] = Math.round(0.299 * data[4 * at] + 0.587 * data[4 * at + 1] + 0.114 * data[4 * at + 2])
  }
  return { width, height, samples }
}
