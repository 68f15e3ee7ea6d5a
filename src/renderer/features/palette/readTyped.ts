/** What was typed into the palette: a sign that narrows, and words. */
import type { Sign } from './source'

const signs: readonly string[] = ['>', '@', '#', '+'] satisfies Sign[]

export function readTyped(typed: string): { readonly sign: Sign | null; readonly text: string } {
  const text = typed.trim()
  // A keyboard for Chinese or Japanese writes the same signs in full width.
  const first = text.charAt(0).normalize('NFKC')
  return isSign(first) ? { sign: first, text: text.slice(1).trim() } : { sign: null, text }
}

function isSign(letter: string): letter is Sign {
  return signs.includes(letter)
}
