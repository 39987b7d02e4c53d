// As src/main/java/latent/key/Signing.java has it: the last option of a signed key is `s-` and the first 32 hexadecimal digits of HMAC-SHA256
// over the key without that option and without `.format`: one signature is good for every format, because the edge chooses among them after it
// has checked.

const crypto = require('crypto');

// Its digits, or nothing.
function signatureOf(key) {
  const last = key.options[key.options.length - 1] || '';
  return /^s-[0-9a-f]{32}$/.test(last) ? last.slice(2) : '';
}

function isSigned(key) {
  const given = signatureOf(key);
  if (!given) return false;
  const text = printKey({ stem: key.stem, options: key.options.slice(0, -1), extension: key.extension });
  // Two secrets while they are being rotated.
  return settings.signingSecrets.some(function (secret) {
    return sameText(given, crypto.createHmac('sha256', secret).update(text).digest('hex').slice(0, 32));
  });
}

// In the same time wherever they differ: otherwise a signature could be found digit by digit.
function sameText(a, b) {
  let difference = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
