/** What is no key, or no transformation: `reason` is the server's word for it, the message its sentence. */
export class InvalidKeyError extends Error {
  constructor(reason, sentence) {
    super(sentence)
    this.name = 'InvalidKeyError'
    this.reason = reason
  }
}

export function malformed(sentence) {
  return new InvalidKeyError('MALFORMED_KEY', sentence)
}

export function noRendition(sentence) {
  return new InvalidKeyError('NOT_A_RENDITION', sentence)
}
