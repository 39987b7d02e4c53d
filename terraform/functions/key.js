// The rendition key as far as the edge needs it: its shape. What each option means, and which exist, the processor knows.

const FORMATS = ['jpg', 'png', 'webp', 'avif', 'gif'];
const EXTENSION = '\\.([A-Za-z][A-Za-z0-9]{1,4})(?:\\.(' + FORMATS.join('|') + '))?$';
const SIZE = '(0|[1-9][0-9]{0,4})';
// Options are lazy: in `_fill.jpg.webp` the option is `fill`, not `fill.jpg`.
const OPTIONS = "((?:_[a-z][A-Za-z0-9.!*'()-]*?)*?)";
// The name is greedy: in `a_1_2_600_400.jpg` the size is the last one.
const STYLES = [
  new RegExp('^(.*[^/])_' + SIZE + '_' + SIZE + OPTIONS + EXTENSION),
  new RegExp('^(.*[^/])-' + SIZE + 'x' + SIZE + OPTIONS + EXTENSION),
];
const PRESET = new RegExp('^(.*[^/])(_p-[a-z0-9-]+)' + EXTENSION);
const ALPHABET = /^[A-Za-z0-9._\/!*'()-]+$/;

function isClean(path) {
  if (path.length > 512 || !ALPHABET.test(path)) return false;
  const segments = path.split('/');
  for (let i = 0; i < segments.length; i++) {
    if (segments[i] === '' || segments[i] === '.' || segments[i] === '..') return false;
  }
  // `-/` is where the processor keeps its health and its metrics.
  return segments[0] !== '-' && path.indexOf(settings.keyPrefix) === 0;
}

// The format a file of this extension has; JPEG has two.
function formatOf(extension) {
  const lower = extension.toLowerCase();
  return lower === 'jpeg' ? 'jpg' : lower;
}

// `widgets/a_600_400_fill.jpg.webp` as {stem, options: ['fill'], extension: 'jpg', format: 'webp'}, or null for what is no rendition key.
function parseKey(path) {
  if (!isClean(path)) return null;
  for (let i = 0; i < STYLES.length; i++) {
    const m = STYLES[i].exec(path);
    if (m) {
      if (m[2] === '0' && m[3] === '0') return null;
      const size = i === 0 ? '_' + m[2] + '_' + m[3] : '-' + m[2] + 'x' + m[3];
      return checked({ stem: m[1] + size, options: m[4] ? m[4].slice(1).split('_') : [], extension: m[5], format: m[6] });
    }
  }
  const m = PRESET.exec(path);
  return m ? checked({ stem: m[1] + m[2], preset: true, options: [], extension: m[3], format: m[4] }) : null;
}

// One rendition has one key: a format that the original has already is never spelt.
function checked(key) {
  return key.format && key.format === formatOf(key.extension) ? null : key;
}

function printKey(key) {
  const options = key.options.length > 0 ? '_' + key.options.join('_') : '';
  return key.stem + options + '.' + key.extension + (key.format ? '.' + key.format : '');
}
