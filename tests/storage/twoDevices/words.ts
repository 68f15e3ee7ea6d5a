/** Words that are written once each, so that where one is found says which save it is from. */

export function wordsIn(text: string): string[] {
  return text.match(/\bword\d+\b/g) ?? []
}
