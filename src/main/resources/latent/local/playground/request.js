/**
 * Asks for a rendition and tells all that a browser can know of it. The website's answer, the redirect and the processor's answer are one request of the
 * browser's; `Timing-Allow-Origin` lets the page see its parts.
 */

const STORED_GIVE_UP = 10_000
const STORED_PAUSE = 50

/** Where answers of the processor say they come from, in words. */
export const SOURCES = {
  rendered: 'rendered for this request',
  shared: "shared with another request's render",
  pending: 'rendered a moment ago, and not stored yet',
  stored: 'stored meanwhile, read by the processor',
}

/**
 * The answer to one request.
 *
 * @param {string} url
 * @returns status, redirected, headers, blob, a refusal's sentence, source and stages of Server-Timing, and times in milliseconds
 */
export async function ask(url) {
  const begin = performance.now()
  // a browser that answers from its own cache shows nothing of the trip
  const response = await fetch(url, { cache: 'no-store' })
  const blob = await response.blob()
  const took = performance.now() - begin
  const { source, stages } = serverTiming(response.headers.get('Server-Timing') ?? '')
  return {
    url,
    begin,
    took,
    status: response.status,
    ok: response.ok,
    redirected: response.redirected,
    finalUrl: response.url,
    headers: response.headers,
    blob,
    sentence: response.ok ? '' : (await blob.text()).trim().slice(0, 300),
    source,
    stages,
    timing: await timingOf(url, begin),
  }
}

/** Stages in their order, with their durations in milliseconds; and where the rendition came from. */
export function serverTiming(header) {
  const entries = header
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  const source = /^source;desc=(\w+)/.exec(entries.find((entry) => entry.startsWith('source')) ?? '')?.[1]
  const stages = entries
    .map((entry) => /^(\w+);dur=([\d.]+)/.exec(entry))
    .filter(Boolean)
    .map(([, name, duration]) => ({ name, duration: Number(duration) }))
  return { source, stages }
}

/** The browser's own record of the request; its entry is written a moment after the answer. */
async function timingOf(url, begin) {
  for (let tries = 0; tries < 20; tries++) {
    const entry = performance.getEntriesByName(url, 'resource').findLast(({ startTime }) => startTime >= begin - 1)
    if (entry) {
      performance.clearResourceTimings()
      return entry
    }
    await pause(10)
  }
  return undefined
}

/**
 * Waits until the website has a key by itself: its answer is then no redirect.
 *
 * @returns milliseconds from now, or undefined when it took too long
 */
export async function storedAfter(url) {
  const begin = performance.now()
  while (performance.now() - begin < STORED_GIVE_UP) {
    const { type, status } = await fetch(url, { method: 'HEAD', redirect: 'manual', cache: 'no-store' })
    if (type !== 'opaqueredirect' && status === 200) {
      return performance.now() - begin
    }
    await pause(STORED_PAUSE)
  }
  return undefined
}

/** Waits so many milliseconds. */
export function pause(time) {
  return new Promise((resolve) => setTimeout(resolve, time))
}
