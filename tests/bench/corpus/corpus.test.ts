/** The corpus is the same for one seed, fits the app's own schema, and opens as a journal. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readDocument } from '#shared/document/document'
import { entrySchema } from '#shared/domain/entry/entry'
import { normalize } from '#shared/domain/text/normalize'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { setClock } from '../../storage/sampleClock'
import { corpusOf, seed } from './corpus'
import { corpusCaptures } from './corpusCaptures'
import { corpusEntry, rareWord } from './corpusEntry'
import { linkedCopy } from './linkedCopy'
import { vocabularyOf } from './vocabulary'

const words = vocabularyOf(seed)

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('one seed makes one corpus, another seed another', () => {
  expect(vocabularyOf(seed)).toEqual(words)
  expect(corpusEntry(seed, 7, words)).toEqual(corpusEntry(seed, 7, words))
  expect(corpusCaptures(seed, words)).toEqual(corpusCaptures(seed, words))
  expect(corpusEntry(seed + 1, 7, words)).not.toEqual(corpusEntry(seed, 7, words))
  expect(vocabularyOf(seed + 1)).not.toEqual(words)
})

test('an entry has 250 to 500 words, and every answer is a document the editor shows', () => {
  for (let number = 0; number < 200; number++) {
    const entry = entrySchema.parse(corpusEntry(seed, number, words))
    const text = entry.sections.map((section) => section.text).join(' ')
    const count = text.split(/\s+/).filter((word) => word !== '' && word !== rareWord).length
    expect(count).toBeGreaterThanOrEqual(250)
    expect(count).toBeLessThanOrEqual(500)
    for (const { answer } of entry.sections) expect(readDocument(answer).ok).toBe(true)
  }
})

test('it has accents, Chinese and Japanese, and a rare word', () => {
  const texts = Array.from({ length: 130 }, (_, number) => JSON.stringify(corpusEntry(seed, number, words)))
  const all = texts.join('\n')
  expect(all).toMatch(/\p{Script=Han}/u)
  expect(all).toMatch(/\p{Script=Hiragana}/u)
  expect(normalize(all)).not.toBe(all.toLowerCase())
  expect(texts.filter((text) => text.includes(rareWord))).toHaveLength(1)
})

test('it opens as a journal with every entry and capture, and writing in a copy leaves it as it was', async () => {
  const under = await temporaryFolder()
  const corpus = corpusOf(40, under)
  const journal = await openJournal({
    folder: linkedCopy(corpus.folder, join(under, 'copy')),
    clock: setClock('2026-03-02T08:00:00Z'),
    knownBefore: true,
  })
  const entries = []
  for await (const entry of journal.entries.all()) entries.push(entry)
  expect(entries).toHaveLength(40)
  let captures = 0
  for await (const { captures: ofDay } of journal.captures.all()) captures += ofDay.length
  expect(captures).toBeGreaterThan(200)
  const [entry] = entries
  if (!entry) throw new Error('no entry')
  const path = join(corpus.folder, 'entries', entry.day.slice(0, 4), `${entry.day}-${entry.id}.json`)
  const before = await readFile(path, 'utf8')
  await journal.entries.save({ ...entry, title: 'Changed', revision: entry.revision + 1 }, entry.revision)
  await journal.close()
  expect(await readFile(path, 'utf8')).toBe(before)
  expect(corpusOf(40, under).folder).toBe(corpus.folder)
})
