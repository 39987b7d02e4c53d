import { byId, element, milliseconds, row } from './elements.js'
import { pathOf } from './builder/index.js'
import { ask, pause, SOURCES, storedAfter } from './request.js'

const LINES_KEPT = 12
const TIME_TO_LOOK = 1200

/** Lets visitors near two edges ask for the current key. */
export class Edges {
  constructor(edges, { currentKey, freshKey, onAnswer, onPlayed }) {
    this.edges = edges
    this.onAnswer = onAnswer
    byId('edges').hidden = edges.length === 0
    byId('edge-buttons').append(
      ...edges.map((edge) => {
        const button = element('button', { type: 'button', class: 'plain' }, `Ask ${edge.name}`)
        button.addEventListener('click', async () => this.visit(edge, await currentKey()))
        return button
      }),
    )
    byId('play-edges').addEventListener('click', async () => {
      const key = await freshKey()
      for (const edge of [...edges, ...edges]) {
        await this.visit(edge, key)
        // what is rendered and not stored yet, the next edge would get from the processor
        await storedAfter(`${location.origin}/${pathOf(key)}`)
        await pause(TIME_TO_LOOK)
      }
      onPlayed()
    })
  }

  async visit(edge, key) {
    const answer = await ask(`${edge.url}/${pathOf(key)}`)
    const log = byId('edge-log')
    const cache = (answer.headers.get('X-Cache') ?? '').replace(' from cloudfront', '')
    log.prepend(row(edge.name, String(answer.status), cache, originOf(answer), milliseconds(answer.took)))
    while (log.children.length > LINES_KEPT) {
      log.lastChild.remove()
    }
    this.onAnswer(answer, edge)
  }

  /** Shows the counters that the demo keeps. */
  showCounts(counts) {
    const nameOf = (code) => this.edges.find((edge) => edge.code === code)?.name ?? code
    byId('edge-counts').replaceChildren(
      ...counts.map(({ code, requests, hits, askedBucket, askedProcessor }) =>
        row(nameOf(code), ...[requests, hits, askedBucket, askedProcessor].map(String)),
      ),
    )
  }
}

function originOf({ headers, source, sentence, ok }) {
  if (/Hit/.test(headers.get('X-Cache') ?? '')) {
    return `kept by the edge for ${headers.get('Age') ?? 0} s`
  }
  if (!ok) {
    return sentence
  }
  return headers.has('X-Request-Id') ? `the processor: ${SOURCES[source]}` : 'the bucket; nothing was made'
}
