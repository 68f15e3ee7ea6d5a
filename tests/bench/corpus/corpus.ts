/** Journals of a given size, as the app would have written them, kept in the temporary folder for the next run. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { defaultSettings } from '#shared/domain/settings/settings'
import { dayLogFolder } from '../../../src/main/storage/dayLogs/dayLogFiles'
import { encoded } from '../../../src/main/storage/format/fileFormat'
import { markerFormat } from '../../../src/main/storage/format/markerFormat'
import { captureDayFormat, captureKind } from '../../../src/main/storage/kinds/captureKind'
import { entryFormat, entryKind } from '../../../src/main/storage/kinds/entryKind'
import { markerName, settingsName } from '../../../src/main/storage/layout/journalFolder'
import { recordPlace } from '../../../src/main/storage/records/recordFiles'
import { settingsFormat } from '../../../src/main/storage/settings/settingsFormat'
import { corpusCaptures } from './corpusCaptures'
import { corpusEntry, lastDay } from './corpusEntry'
import { vocabularyOf } from './vocabulary'

export const seed = 20_260_301
/** One more whenever the same seed gives other files. */
const version = 1

export interface Corpus {
  readonly size: number
  /** Never written into: work on a `linkedCopy`. */
  readonly folder: string
  readonly words: readonly string[]
}

/** Of size 0 it is a journal in which nothing was written. */
export function corpusOf(size: number, under = tmpdir()): Corpus {
  const words = vocabularyOf(seed)
  const folder = join(under, 'throughline-bench', `${seed}-${size}-v${version}`)
  if (!existsSync(folder)) {
    mkdirSync(join(under, 'throughline-bench'), { recursive: true })
    const fresh = mkdtempSync(`${folder}-`)
    writeJournal(fresh, size, words)
    publish(fresh, folder)
  }
  return { size, folder, words }
}

/** Without syncing: what a crash takes is made again. */
function writeJournal(folder: string, size: number, words: readonly string[]): void {
  const made = new Set<string>()
  const write = (names: readonly string[], bytes: Uint8Array) => {
    const path = join(folder, ...names)
    const place = dirname(path)
    if (!made.has(place)) mkdirSync(place, { recursive: true })
    made.add(place)
    writeFileSync(path, bytes)
  }
  const marker = { schema: 1, id: '11111111-2222-4333-8444-555555555555', created: `${lastDay}T06:00:00Z` } as const
  write([markerName], encoded(markerFormat, marker))
  // Answered already, so that nothing is asked at the start.
  const settings = {
    ...defaultSettings,
    manager: 'Dana',
    reminders: { reminders: [], pausedUntil: null, holidays: [] },
  }
  write([settingsName], encoded(settingsFormat, settings))
  for (let number = 0; number < size; number++) {
    const entry = corpusEntry(seed, number, words)
    write(recordPlace(entryKind, entry.day, entry.id), encoded(entryFormat, entry))
  }
  if (size === 0) return
  for (const captures of corpusCaptures(seed, words)) {
    write([...dayLogFolder(captureKind, captures.day), `${captures.day}.json`], encoded(captureDayFormat, captures))
  }
}

function publish(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder)
  } catch (error) {
    // Another run was quicker, with the same files.
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}
