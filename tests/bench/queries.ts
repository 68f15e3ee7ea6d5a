/** What is typed into the search: each query as the person types it, and the words a program without the app's language looks for. */
import { normalize } from '#shared/domain/text/normalize'
import { rareWord } from './corpus/corpusEntry'

export interface TypedQuery {
  readonly id: string
  readonly typed: string
  /** All of these have to stand in the text; the last is still being typed. */
  readonly words: readonly string[]
}

export function queriesFrom(vocabulary: readonly string[]): readonly TypedQuery[] {
  const found = (from: number, test: (word: string) => boolean) => {
    const word = vocabulary.slice(from).find(test)
    if (word === undefined) throw new Error('no such word in the vocabulary')
    return word
  }
  const ascii = /^[a-z]+$/
  const common = found(0, (word) => ascii.test(word) && word.length > 2)
  const second = found(5, (word) => ascii.test(word) && word.length > 2)
  const long = found(60, (word) => ascii.test(word) && word.length >= 7)
  const accented = found(60, (word) => normalize(word) !== word && /^\p{Script=Latin}+$/u.test(word))
  const ideographs = found(50, (word) => /^\p{Script=Han}+$/u.test(word))
  return [
    { id: 'common-word', typed: common, words: [common] },
    { id: 'rare-word', typed: rareWord, words: [rareWord] },
    ...[1, 2, 3, 4, 5, 6].map((length) => {
      const start = long.slice(0, length)
      return { id: `prefix-${length}`, typed: start, words: [start] }
    }),
    { id: 'two-words', typed: `${common} ${long}`, words: [common, long] },
    { id: 'phrase', typed: `"${common} ${second}"`, words: [`${common} ${second}`] },
    { id: 'accents', typed: normalize(accented), words: [accented] },
    { id: 'cjk', typed: ideographs, words: [ideographs] },
    { id: 'operator', typed: `is:starred ${second}`, words: [second] },
  ]
}
