import { byId, element } from './elements.js'

/**
 * What is shown of the processor's numbers. Those with several series are summed up, or only those with a label; `of` is the limit that stands behind one, and
 * `unit` what one is counted in.
 */
export const SHOWN = [
  { name: 'Requests answered', metric: 'latent_requests_total' },
  { name: 'Keys being made now', metric: 'latent_flights' },
  { name: 'Waiting for room', metric: 'latent_renders_waiting' },
  { name: 'Permits in use', metric: 'latent_renders_running', of: 'latent_renders_limit' },
  { name: 'Their memory, MiB', metric: 'latent_renders_reserved_bytes', of: 'latent_renders_limit_bytes', unit: 2 ** 20 },
  { name: 'Rendered', metric: 'latent_render_seconds_count' },
  { name: 'Render workers alive', metric: 'latent_workers_alive' },
  { name: 'Waiting to be stored', metric: 'latent_write_back_pending' },
  { name: 'Stored', metric: 'latent_write_backs_total', label: 'outcome="stored"' },
  { name: 'Not stored', metric: 'latent_write_backs_total', label: 'outcome="failed"' },
  { name: 'Clients with a budget', metric: 'latent_rate_limit_clients' },
  { name: 'Originals with a budget', metric: 'latent_rate_limit_originals' },
  { name: 'Refused', metric: 'latent_refusals_total' },
  { name: 'Connections open', metric: 'latent_connections' },
]

/** A number of Prometheus' text format; undefined where it was never counted. */
export function sum(text, metric, label = '') {
  const values = text
    .split('\n')
    .filter((line) => (line.startsWith(`${metric} `) || line.startsWith(`${metric}{`)) && line.includes(label))
    .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)))
  return values.length === 0 ? undefined : values.reduce((a, b) => a + b)
}

/** Shows the numbers and refreshes them each second, while anybody looks and wants it. */
export function watch({ live, limits }, onCounts) {
  if (!live) {
    return
  }
  byId('live').hidden = false
  byId('limits').replaceChildren(...limits.map((limit) => element('li', {}, limit)))
  const refresh = async () => {
    const answer = await fetch(live, { cache: 'no-store' }).catch(() => undefined)
    if (answer?.ok) {
      const { metrics, edges } = await answer.json()
      byId('numbers').replaceChildren(...SHOWN.flatMap((shown) => tile(shown, metrics)))
      onCounts(edges)
    }
  }
  refresh()
  setInterval(() => byId('refresh').checked && !document.hidden && refresh(), 1000)
}

/** Nothing for what there is no number of, as of workers where the portable engine renders. */
function tile({ name, metric, label, of, unit = 1 }, metrics) {
  const [value, limit] = [sum(metrics, metric, label), of && sum(metrics, of)].map((number) => number && Math.round(number / unit))
  if (value === undefined) {
    return []
  }
  const text = value.toLocaleString('en') + (limit === undefined ? '' : ` of ${limit.toLocaleString('en')}`)
  return element('div', {}, element('dt', {}, name), element('dd', { 'data-metric': metric }, text))
}
