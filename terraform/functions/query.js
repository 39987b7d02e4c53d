// `/widgets/a.jpg?w=600&h=400&fit=fill&format=webp` as the key `widgets/a_600_400_fill.jpg.webp`. Strict: what is not known is refused,
// because an ignored parameter would make two URLs of one rendition, and a misspelt one a rendition nobody meant.

const PARAMETERS = {
  w: /^(0|[1-9][0-9]{0,4})$/,
  h: /^(0|[1-9][0-9]{0,4})$/,
  fit: /^(fit|fill|pad|force)$/,
  g: /^(no|ne|ea|se|so|sw|we|nw|sm|(0|[1-9][0-9]?|100)-(0|[1-9][0-9]?|100))$/,
  dpr: /^[1-4]$/,
  q: /^([1-9][0-9]?|100|auto)$/,
  format: new RegExp('^(' + FORMATS.join('|') + '|auto)$'),
  s: /^[0-9a-f]{32}$/,
};

function keyOfQuery(path, query) {
  const given = {};
  const names = Object.keys(query);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const parameter = query[name];
    if (!Object.prototype.hasOwnProperty.call(PARAMETERS, name) || parameter.multiValue || !PARAMETERS[name].test(parameter.value)) return null;
    given[name] = parameter.value;
  }
  const width = given.w || '0';
  const height = given.h || '0';
  const named = path === null ? null : /^(.*[^\/])\.([A-Za-z0-9]+)$/.exec(path);
  if (!named || !isClean(path) || (width === '0' && height === '0')) return null;
  // As the processor has it: only what has both sides can be filled, and only what is cut or padded has a place.
  if (given.fit && given.fit !== 'fit' && (width === '0' || height === '0')) return null;
  if (given.g && given.fit !== 'fill' && !(given.fit === 'pad' && /^(no|ne|ea|se|so|sw|we|nw)$/.test(given.g))) return null;
  const options = [];
  if (given.fit && given.fit !== 'fit') options.push(given.fit);
  if (given.g) options.push('g-' + given.g);
  if (given.dpr && given.dpr !== '1') options.push('dpr-' + given.dpr);
  if (given.q) options.push('q-' + given.q);
  if (given.s) options.push('s-' + given.s);
  const key = { stem: named[1] + '_' + width + '_' + height, options: options, extension: named[2] };
  if (given.format && given.format !== 'auto' && given.format !== formatOf(key.extension)) key.format = given.format;
  // The same rules as for a key in the path: 512 bytes, one reading.
  return parseKey(printKey(key));
}
