/** The recovery code: 128 bits as seven groups of four letters and digits that can't be taken for others; the last two show a slip of the pen. */
import { digest, random } from './algorithms'

/** Crockford's alphabet: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretLength = 16
/** 26 characters hold 130 bits; the last two are 0. */
const secretCharacters = 26

export function newRecoverySecret(): Buffer {
  return random(secretLength)
}

export function recoveryCode(secret: Uint8Array): string {
  const characters = charactersOf(secret, secretCharacters) + checkOf(secret)
  return (characters.match(/.{4}/g) ?? []).join('-')
}

/** The secret of a code as a person types it; null for one that was mistyped. */
export function recoverySecret(typed: string): Buffer | null {
  const characters = typed
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (characters.length !== secretCharacters + 2) return null
  let bits = 0n
  for (const character of characters.slice(0, secretCharacters)) {
    const value = alphabet.indexOf(character)
    if (value < 0) return null
    bits = (bits << 5n) | BigInt(value)
  }
  if ((bits & 3n) !== 0n) return null
  const secret = Buffer.from((bits >> 2n).toString(16).padStart(secretLength * 2, '0'), 'hex')
  return checkOf(secret) === characters.slice(secretCharacters) ? secret : null
}

function checkOf(secret: Uint8Array): string {
  return charactersOf(digest(secret), 2)
}

function charactersOf(bytes: Uint8Array, count: number): string {
  let text = ''
  for (let at = 0; at < count; at++) {
    let value = 0
    for (let bit = at * 5; bit < at * 5 + 5; bit++)
      value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
    text += alphabet[value]
  }
  return text
}
