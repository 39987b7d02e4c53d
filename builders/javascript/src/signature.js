import { malformed } from './invalid-key-error.js'
import { parseKey, splitForSignature } from './key.js'

const DIGITS = 32

/**
 * A key with its signature: `s-` and the first 32 hexadecimal digits of HMAC-SHA256 over the key without it and without `.format`, so that one is good for
 * every format. WebCrypto makes it, which browsers have on https and on localhost only. A secret does not belong into a page: sign where pages are made.
 *
 * @param {string} key without a signature
 * @param {string} secret the first of the server's keys.signing-secrets
 * @param {object} [rules] those of DEFAULT_RULES that differ
 * @throws {InvalidKeyError} when the key is none, or too long with its signature
 */
export async function signKey(key, secret, rules = {}) {
  parseKey(key, { ...rules, signed: false })
  const { stem, extension, format } = splitForSignature(key)
  const hmac = await crypto.subtle.importKey('raw', utf8(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', hmac, utf8(stem + extension)))
  const signed = `${stem}_s-${hexadecimal(digest).slice(0, DIGITS)}${extension}${format}`
  parseKey(signed, { ...rules, signed: true })
  return signed
}

/** What makes keys, with these signed: `build` is called with a function from a key to the key that is asked for. */
export async function withSignatures(build, secret, rules) {
  const signed = new Map()
  build((key) => {
    signed.set(key, key)
    return key
  })
  for (const key of signed.keys()) {
    signed.set(key, await signKey(key, secret, rules))
  }
  return build((key) => signed.get(key) ?? refuse(key))
}

function refuse(key) {
  throw malformed(`${key} was not there when the others were signed.`)
}

function utf8(text) {
  return new TextEncoder().encode(text)
}

function hexadecimal(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
