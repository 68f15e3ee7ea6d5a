/** The words of a corpus as Markdown files, for a search program that knows nothing of the app. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Entry } from '#shared/domain/entry/entry'
import { type Corpus, seed } from './corpus'
import { corpusEntry } from './corpusEntry'

export function textOf({ title, sections }: Entry): string {
  return [title, ...sections.flatMap(({ question, text }) => (text === '' ? [] : [question ?? '', text]))].join('\n')
}

export function* entriesOf({ size, words }: Corpus): Generator<Entry> {
  for (let number = 0; number < size; number++) yield corpusEntry(seed, number, words)
}

/** The folder with a file for each entry, made once. */
export function textFiles(corpus: Corpus): string {
  const folder = `${corpus.folder}-texts`
  if (existsSync(folder)) return folder
  const fresh = mkdtempSync(join(dirname(folder), 'texts-'))
  for (const entry of entriesOf(corpus)) {
    const year = join(fresh, entry.day.slice(0, 4))
    mkdirSync(year, { recursive: true })
    writeFileSync(join(year, `${entry.day}-${entry.id}.md`), textOf(entry))
  }
  renameSync(fresh, folder)
  return folder
}
