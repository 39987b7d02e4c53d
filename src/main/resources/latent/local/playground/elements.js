/** Small helpers to make parts of the page. */
const SVG = 'http://www.w3.org/2000/svg'

export const byId = (id) => document.getElementById(id)

export function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children)
}

export function drawing(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children)
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value)
    }
  }
  node.append(...children)
  return node
}

/** A row of a table, its first cell a heading. */
export function row(first, ...cells) {
  return element('tr', {}, element('th', { scope: 'row' }, first), ...cells.map((cell) => element('td', {}, cell)))
}

export function bytes(count) {
  if (count < 1000) {
    return `${count} B`
  }
  return count < 1e6 ? `${(count / 1000).toFixed(1)} kB` : `${(count / 1e6).toFixed(2)} MB`
}

export function milliseconds(time) {
  return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`
}

/** A part of a whole in per cent. */
export function percent(part, whole) {
  const share = (100 * part) / whole
  return `${share < 10 ? share.toFixed(1) : Math.round(share)} %`
}
