/** Tells of most texts, without reading them, that a word is not in them: a set of bits for the pairs and triples of letters. */

/** A power of two of bits; it may claim too much, never too little. */
export type TextSignature = Uint32Array

const leastBits = 256
/** A longer text is simply read. */
const mostBits = 1 << 17

/** About two bits for each letter of the text: a quarter of the text's own size. */
export function signatureOf(text: string): TextSignature {
  let bits = leastBits
  while (bits < text.length * 2 && bits < mostBits) bits *= 2
  const signature = new Uint32Array(bits / 32)
  forEachGram(text, (gram) => {
    const bit = gram & (bits - 1)
    signature[bit >>> 5] = (signature[bit >>> 5] ?? 0) | (1 << (bit & 31))
  })
  return signature
}

/** Few sets of questions are asked, each of them many times. */
const shared = new Map<string, TextSignature>()
const mostShared = 1000

/** The same object for the same text where it comes often, for texts that many entries have in common. */
export function sharedSignatureOf(text: string): TextSignature {
  const known = shared.get(text)
  if (known !== undefined) return known
  const signature = signatureOf(text)
  if (shared.size < mostShared) shared.set(text, signature)
  return signature
}

/** What `mayHold` asks for; empty for a single letter, which may be anywhere. Triples first: they are rarer and deny sooner. */
export function gramsOf(word: string): readonly number[] {
  const pairs: number[] = []
  const triples: number[] = []
  forEachGram(word, (gram, isTriple) => (isTriple ? triples : pairs).push(gram))
  return [...triples, ...pairs]
}

/** False when the text certainly lacks the word. */
export function mayHold(signature: TextSignature, grams: readonly number[]): boolean {
  const mask = signature.length * 32 - 1
  for (const gram of grams) {
    const bit = gram & mask
    if (((signature[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
  }
  return true
}

function forEachGram(text: string, take: (gram: number, isTriple: boolean) => void): void {
  for (let at = 1; at < text.length; at += 1) {
    const pair = (text.charCodeAt(at - 1) << 16) ^ text.charCodeAt(at)
    take(mixed(pair), false)
    if (at > 1) take(mixed(Math.imul(text.charCodeAt(at - 2) + 1, 0x01000193) ^ pair), true)
  }
}

/** Spreads neighbouring letters over all bits (the end of MurmurHash3). */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}
