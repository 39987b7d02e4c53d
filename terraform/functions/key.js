// The rendition key as far as the edge needs it: its shape, as src/main/java/latent/key reads it too. Which options exist, and what each means,
// the processor knows.

const FORMATS = ['jpg', 'png', 'webp', 'avif', 'gif'];
const EXTENSION = '\\.([Pp]?[Jj][Pp][Ee][Gg]|[Pp][Jj][Pp]|[Jj][Pp][GgEe]|[Jj][Ff][Ii][Ff]|[Pp][Nn][Gg]|[Ww][Ee][Bb][Pp]|[Gg][Ii][Ff]|[Aa][Vv][Ii][Ff]|[Tt][Ii][Ff][Ff]?|[Hh][Ee][Ii][CcFf]|[Bb][Mm][Pp]|[Dd][Ii][Bb]|[Ii][Cc][Oo]|[Ss][Vv][Gg])(?:\\.(' + FORMATS.join('|') + '))?$';
const SIZE = '(0|[1-9][0-9]{0,4})';
const OPTIONS = '((?:_[a-z][a-z0-9-]*)*)';
// The name is greedy: in `a_1_2_600_400.jpg` the size is the last one.
const SIZED = new RegExp('^(.*[^/])(_' + SIZE + '_' + SIZE + '|-' + SIZE + 'x' + SIZE + ')' + OPTIONS + EXTENSION);
const PRESET = new RegExp('^(.*[^/])(_p-[a-z][a-z0-9]{0,31})(_s-[0-9a-f]{32})?' + EXTENSION);
const SAFE_ALPHABET = /^[A-Za-z0-9._\/!*'()-]+$/;
// Controls, marks that turn the direction of writing or are not seen, and the backslash; the processor refuses some more that nobody uses.
const NO_LETTER = /[\u0000-\u001f\u007f-\u009f\\\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

// The path as a key, decoded once; null where it is not one spelling of one text.
function decoded(path) {
  if (!settings.unicode) return path;
  try {
    return decodeURIComponent(path);
  } catch (e) {
    return null;
  }
}

// One key has one URL, so that a cache holds it once, and an invalidation finds it there. CloudFront takes no invalidation path with a tilde.
function encoded(key) {
  return settings.unicode ? key.split('/').map(encodeURIComponent).join('/').replace(/~/g, '%7E') : key;
}

// In bytes of UTF-8, as S3 counts.
function lengthOf(key) {
  return encoded(key).replace(/%../g, '-').length;
}

function isClean(path) {
  if (path === null || path.length > 512 || lengthOf(path) > 512) return false;
  if (settings.unicode ? NO_LETTER.test(path) : !SAFE_ALPHABET.test(path)) return false;
  const segments = path.split('/');
  for (let i = 0; i < segments.length; i++) {
    if (segments[i] === '' || segments[i] === '.' || segments[i] === '..') return false;
  }
  // `-/` is where the processor keeps its health and its metrics.
  return segments[0] !== '-' && path.indexOf(settings.keyPrefix) === 0;
}

// The format a file of this extension has; JPEG has six.
function formatOf(extension) {
  const lower = extension.toLowerCase();
  return /^(p?jpeg|pjp|jpe|jfif)$/.test(lower) ? 'jpg' : lower;
}

// `widgets/a_600_400_fill.jpg.webp` as {stem, options: ['fill'], extension: 'jpg', format: 'webp'}, or null for what is no rendition key.
function parseKey(path) {
  if (!isClean(path)) return null;
  // First: `a_600_400_p-card.jpg` is a preset of a_600_400.jpg.
  const preset = PRESET.exec(path);
  if (preset) {
    return checked({ stem: preset[1] + preset[2], preset: true, options: preset[3] ? [preset[3].slice(1)] : [], extension: preset[4], format: preset[5] });
  }
  const sized = SIZED.exec(path);
  if (!sized || sized[2] === '_0_0' || sized[2] === '-0x0') return null;
  return checked({
    stem: sized[1] + sized[2],
    longer: Math.max(sized[3] || sized[5], sized[4] || sized[6]),
    options: sized[7] ? sized[7].slice(1).split('_') : [],
    extension: sized[8],
    format: sized[9],
  });
}

// One rendition has one key: a format that the original has already is never spelt.
function checked(key) {
  return key.format && key.format === formatOf(key.extension) ? null : key;
}

function printKey(key) {
  const options = key.options.length > 0 ? '_' + key.options.join('_') : '';
  return key.stem + options + '.' + key.extension + (key.format ? '.' + key.format : '');
}
