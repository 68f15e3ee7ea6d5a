/** Words that a sign marks in a text: `#retro` is a tag, `@Dana` a person. One rule for what was caught, what was written and what is searched for. */
export type Sign = '#' | '@'

const word = '[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_-]*'
const marked = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_#@/])([#@])(${word})`, 'gu')
const wholeWord = new RegExp(`^${word}$`, 'u')

/** Without their sign, each once, as they stand in the text. Not within a word, so that an address is no person. */
export function markedWords(text: string, sign: Sign): string[] {
  // Most texts have none: looking for the sign alone is much faster.
  if (!text.includes(sign)) return []
  const found = text.matchAll(marked)
  return [...new Set([...found].flatMap(([, given, word]) => (given === sign && word !== undefined ? [word] : [])))]
}

/** Whether a sign before it would make it a tag or a person. */
export function canBeMarked(text: string): boolean {
  return wholeWord.test(text)
}
