/**
 * Two ways in which a normalized text is kept. In a string as it comes, one strange sign makes each letter take two bytes; packed, as the bytes
 * of UTF-8 with a unit for each, a text takes the room of its file and is looked through in half the time. No part of a character looks like
 * another character, so that a word is found in it as in the text itself.
 */
export interface Encoding {
  /** The code point that begins at a place, and the one that ends there; NaN where the text ends. */
  pointAt(text: string, at: number): number
  pointBefore(text: string, at: number): number
  /** Units that a code point takes. */
  sizeOf(point: number): number
}

export const plain: Encoding = {
  pointAt: (text, at) => text.codePointAt(at) ?? Number.NaN,
  pointBefore(text, at) {
    const unit = text.charCodeAt(at - 1)
    const isLowHalf = unit >= 0xdc00 && unit <= 0xdfff
    return text.codePointAt(isLowHalf ? at - 2 : at - 1) ?? Number.NaN
  },
  sizeOf: (point) => (point > 0xffff ? 2 : 1),
}

export const packed: Encoding = {
  pointAt(text, at) {
    const first = text.charCodeAt(at)
    if (!(first >= 0xc0)) return first
    const more = (from: number, to: number) => {
      let point = 0
      for (let place = from; place < to; place += 1) point = (point << 6) | (text.charCodeAt(at + place) & 0x3f)
      return point
    }
    if (first < 0xe0) return ((first & 0x1f) << 6) | more(1, 2)
    if (first < 0xf0) return ((first & 0x0f) << 12) | more(1, 3)
    return ((first & 0x07) << 18) | more(1, 4)
  },
  pointBefore(text, at) {
    let start = at - 1
    while ((text.charCodeAt(start) & 0xc0) === 0x80) start -= 1
    return packed.pointAt(text, start)
  },
  sizeOf: (point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4),
}

/** Arguments that a call takes without trouble. */
const atOnce = 4096

/** Halves of characters, which UTF-8 has no bytes for, are spelled as if it had. */
export function pack(text: string): string {
  let result = ''
  let units: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0
    if (point < 0x80) units.push(point)
    else if (point < 0x800) units.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f))
    else if (point < 0x10000) units.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
    else {
      units.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 0x3f),
        0x80 | ((point >> 6) & 0x3f),
        0x80 | (point & 0x3f),
      )
      at += 1
    }
    if (units.length >= atOnce) {
      result += String.fromCharCode(...units)
      units = []
    }
  }
  return result + String.fromCharCode(...units)
}
