// What the visitor can show, as part of the key: at most the formats of the settings and the original's own, twice that with `dpr`.
// The Accept header itself never reaches the cache key: it has as many spellings as there are browsers.

// Every browser shows these.
const SAFE = ['jpg', 'png', 'gif'];
// An animation would lose its motion in AVIF, a drawing its sharpness.
const AS_IT_IS = ['gif', 'svg'];

// Asked for by name and not with q=0. A wildcard is no promise: old browsers and mail readers send it and show only JPEG.
function accepts(header, format) {
  if (header.length > 1000) return false;
  const ranges = header.toLowerCase().split(',');
  for (let i = 0; i < ranges.length; i++) {
    const parts = ranges[i].split(';');
    if (parts[0].trim() === 'image/' + format) {
      let weight = '1';
      for (let j = 1; j < parts.length; j++) {
        const parameter = parts[j].trim();
        if (parameter.indexOf('q=') === 0) weight = parameter.slice(2);
      }
      return /^(1(\.0{0,3})?|0\.[0-9]{0,3})$/.test(weight) && parseFloat(weight) > 0;
    }
  }
  return false;
}

function header(headers, name) {
  const given = headers[name];
  return given ? (given.multiValue ? given.multiValue.map(function (one) { return one.value; }).join(',') : given.value) : '';
}

function chooseFormat(extension, accept) {
  const own = formatOf(extension);
  if (settings.formats.length === 0 || AS_IT_IS.indexOf(own) >= 0) return undefined;
  for (let i = 0; i < settings.formats.length; i++) {
    if (accepts(accept, settings.formats[i])) return settings.formats[i] === own ? undefined : settings.formats[i];
  }
  return SAFE.indexOf(own) >= 0 ? undefined : 'jpg';
}

function isDense(headers) {
  const dpr = header(headers, 'dpr') || header(headers, 'sec-ch-dpr');
  return /^[0-9]{1,2}(\.[0-9]{1,6})?$/.test(dpr) && parseFloat(dpr) >= 1.5 && header(headers, 'save-data').toLowerCase() !== 'on';
}

// A preset says its own density, and so may a key; and no density may lead to a size that the processor refuses.
function mayBeDenser(key) {
  return !key.preset && key.longer * 2 <= settings.maxSide && !key.options.some(function (option) { return option.indexOf('dpr-') === 0; });
}

// After fit, up, gravity and crop, before everything else: the one order of options.
function withDensity(options) {
  let place = 0;
  while (place < options.length && /^(fill|pad|force|up)$|^[gc]-/.test(options[place])) place++;
  return options.slice(0, place).concat(['dpr-2'], options.slice(place));
}

function negotiate(key, headers) {
  const chosen = { stem: key.stem, options: key.options, extension: key.extension, format: key.format };
  if (!key.format) chosen.format = chooseFormat(key.extension, header(headers, 'accept'));
  if (settings.dpr && mayBeDenser(key) && isDense(headers)) chosen.options = withDensity(key.options);
  // A key of just under 512 bytes has no room for a choice.
  return lengthOf(printKey(chosen)) <= 512 ? chosen : key;
}
