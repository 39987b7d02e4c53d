
// Made by `latent adopt`, for CloudFront Functions (cloudfront-js-2.0): rewrites old URLs to rendition keys, and leaves alone what it does not know.

function handler(event) {
  const request = event.request;
  const key = keyOfOldUrl(request.uri, queryOf(request.querystring));
  if (key !== null) {
    request.uri = '/' + encoded(key);
    request.querystring = {};
  }
  return request;
}

// The parameters in the order of their names; one that stands twice makes no old URL.
function queryOf(query) {
  const pairs = [];
  const names = Object.keys(query);
  for (let i = 0; i < names.length; i++) {
    if (query[names[i]].multiValue) return null;
    pairs.push(names[i] + '=' + query[names[i]].value);
  }
  return pairs.sort().join('&');
}

function keyOfOldUrl(path, query) {
  if (query === null) return null;
  const text = query ? path + '?' + query : path;
  for (let i = 0; i < forms.length; i++) {
    const match = forms[i].pattern.exec(text);
    if (match) return keyOfMatch(forms[i], match);
  }
  return null;
}

function keyOfMatch(form, match) {
  const options = form.originalFirst ? match[2] : match[1] + (match[3] ? '@' + match[3] : '');
  if (!Object.prototype.hasOwnProperty.call(form.ends, options)) return null;
  const end = form.ends[options];
  const original = originalOf(form.originalFirst ? match[1] : match[2], form.base64);
  const named = original === null ? null : /^(.*[^/])\.([A-Za-z0-9]+)$/.exec(original);
  if (!named || !Object.prototype.hasOwnProperty.call(formats, named[2].toLowerCase())) return null;
  const own = formats[named[2].toLowerCase()];
  if (!end[1] && !own) return null;
  const key = named[1] + end[0] + '.' + named[2] + (end[1] && end[1] !== own ? '.' + end[1] : '');
  return isClean(key) ? key : null;
}

// What the processor would refuse stays the old URL that it is.
function isClean(key) {
  if (!alphabet.test(key) || encoded(key).replace(/%../g, '-').length > 512) return false;
  const segments = key.split('/');
  for (let i = 0; i < segments.length; i++) {
    if (segments[i] === '' || segments[i] === '.' || segments[i] === '..') return false;
  }
  return segments[0] !== '-';
}

function originalOf(written, base64) {
  let named;
  try {
    named = base64 ? Buffer.from(written.split('/').join(''), 'base64url').toString('utf8') : decodeURIComponent(written);
  } catch (notUtf8) {
    return null;
  }
  for (let i = 0; i < sources.length; i++) {
    if (named.indexOf(sources[i]) === 0) {
      named = named.slice(sources[i].length);
      break;
    }
  }
  if (named.indexOf('://') >= 0 || named.indexOf('\ufffd') >= 0) return null;
  return named.charAt(0) === '/' ? named.slice(1) : named;
}

// As the function in front of keys spells them.
function encoded(key) {
  return key.split('/').map(encodeURIComponent).join('/').split('~').join('%7E');
}
