/** Whatever writes into the journal counts while it does, so that a backup waits for it. */
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { defaultSettings } from '#shared/domain/settings/settings'
import { countInto, newSaves } from '../../../src/main/backups/savesFirst'
import { countedWrites } from '../../../src/main/disk/countedWrites'
import type { Files } from '../../../src/main/disk/files'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { type OpenJournal, openJournal } from '../../../src/main/storage/journal/openJournal'
import { madeCapture } from '../../services/made'
import { freshFolder } from '../freshFolder'
import { nextOf, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'

const entry = sampleEntry()
const other = sampleEntry({ id: sampleId(2) })

const writes: Readonly<Record<string, (journal: OpenJournal) => Promise<unknown>>> = {
  'a new page': ({ entries }) => entries.save(sampleEntry({ id: sampleId(3) }), 0),
  'a page on another day': ({ entries }) => entries.save(nextOf(entry, 'x', { day: '2025-12-31' }), 1),
  'the trash': ({ entries }) => entries.trash(entry.id),
  'the way back': ({ entries }) => entries.restore(other.id),
  'an erasure': ({ entries }) => entries.erase(other.id),
  'an earlier state as a copy': async ({ history }) => {
    const { versions } = await history.of(sampleId(4))
    await history.bring(sampleId(4), { version: versions[0]?.id ?? '', base: 2, as: 'copy' })
  },
  'a capture': ({ captures }) => captures.add(madeCapture(7)),
  'the settings': ({ settings }) => settings.save({ ...defaultSettings, manager: 'Dana' }),
}

test.each(Object.keys(writes))('%s', async (name) => {
  const saves = newSaves()
  let uncounted = 0
  const looked = <A extends unknown[], T>(write: (...asked: A) => Promise<T>) => {
    return (...asked: A) => {
      if (Atomics.load(saves, 0) === 0) uncounted += 1
      return write(...asked)
    }
  }
  const { create, rename, link, remove } = nodeFiles
  const watched: Files = {
    ...nodeFiles,
    create: looked(create),
    rename: looked(rename),
    link: looked(link),
    remove: looked(remove),
  }
  let begun = 0
  const files = countedWrites(
    watched,
    countInto(saves, () => void begun++),
  )
  const folder = await freshFolder()
  const clock = setClock()
  const journal = await openJournal({ folder, files, clock, knownBefore: false })
  await journal.entries.save(entry, 0)
  await journal.entries.save(other, 0)
  await journal.entries.trash(other.id)
  const old = sampleEntry({ id: sampleId(4) })
  await journal.entries.save(old, 0)
  clock.advance({ hours: 1 })
  await journal.entries.save(nextOf(old, 'Other words'), 1)
  await setImmediate()
  begun = 0
  await writes[name]?.(journal)
  expect(begun).toBeGreaterThan(0)
  await journal.close()
  await expect.poll(() => Atomics.load(saves, 0)).toBe(0)
  expect(uncounted).toBe(0)
})
