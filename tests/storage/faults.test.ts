/** Every file call of everything a journal writes, with every error: what was stored stays, what failed says so and can be tried again. */
import { expect, test } from 'vitest'
import type { Entry } from '#shared/domain/entry/entry'
import type { Settings } from '#shared/domain/settings/settings'
import { nodeFiles } from '../../src/main/disk/nodeFiles'
import { type JournalOptions, type OpenJournal, openJournal } from '../../src/main/storage/journal/openJournal'
import { figure, randomFrom, sampled, seed, share } from '../effort'
import { allCases, defectsWith, inMemory, onDisk } from './faultRuns'
import { wrappedFiles } from './wrappedFiles'

test('every file call with every error', async () => {
  const cases = sampled(await allCases(), 150)
  const defects: string[] = []
  for (const one of cases) defects.push(...(await defectsWith(one, inMemory, openJournal)))
  figure(`storage: ${cases.length} faults in memory, ${defects.length} defects`)
  expect(defects).toEqual([])
})

test('the same on a real folder', async () => {
  const random = randomFrom(seed)
  const cases = (await allCases()).filter(() => random() < share(0.04))
  const defects: string[] = []
  for (const one of cases) defects.push(...(await defectsWith(one, onDisk, openJournal)))
  figure(`storage: ${cases.length} faults on a real folder, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

/** Says that a save is done, whatever the disk said. */
const deaf = async (options: JournalOptions): Promise<OpenJournal> => {
  const journal = await openJournal(options)
  const { entries } = journal
  const save = (entry: Entry, base: number) => entries.save(entry, base).catch(() => undefined)
  const methods = ['trashed', 'trash', 'restore', 'erase', 'all', 'onNotice'] as const
  const bound = Object.fromEntries(methods.map((name) => [name, entries[name].bind(entries)]))
  // The rest of the store's methods are those that the steps and the check use.
  return { ...journal, entries: { ...bound, save } as OpenJournal['entries'] }
}

/** Changes memory first. */
const hasty = async (options: JournalOptions): Promise<OpenJournal> => {
  const journal = await openJournal(options)
  let value = journal.settings.value
  const settings = {
    get value() {
      return value
    },
    save: (next: Settings) => {
      value = next
      return journal.settings.save(next)
    },
    change: (step: (value: Settings) => Settings) => settings.save(step(settings.value)),
    lookAgain: () => journal.settings.lookAgain(),
  }
  return { ...journal, settings }
}

/** Renames without looking whether all bytes are there. */
const trusting = (options: JournalOptions): Promise<OpenJournal> => {
  const files = options.files ?? nodeFiles
  return openJournal({
    ...options,
    files: {
      ...wrappedFiles(files, () => undefined),
      create: async (path) => {
        const file = await files.create(path)
        let size = 0
        return {
          ...file,
          write: async (bytes) => {
            size = bytes.length
            await file.write(bytes)
          },
          info: async () => ({ ...(await file.info()), size }),
        }
      },
    },
  })
}

test.each(Object.entries({ deaf, hasty, trusting }))('the check finds a store that is broken: %s', async (_, open) => {
  // One defect is enough to show that it is found.
  let isFound = false
  for (const one of await allCases()) {
    if (one.fault !== 'ENOSPC' && one.fault !== 'short') continue
    isFound = (await defectsWith(one, inMemory, open)).length > 0
    if (isFound) break
  }
  expect(isFound).toBe(true)
})
