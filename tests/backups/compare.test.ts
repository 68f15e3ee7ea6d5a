/** What going back would change, told before it is done; and single entries out of a backup. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { compareWithJournal } from '../../src/main/backups/compareWithJournal'
import { entriesIn } from '../../src/main/backups/entriesIn'
import { makeBackup } from '../../src/main/backups/makeBackup'
import { rawDisk } from '../../src/main/disk/rawFiles'
import { encoded } from '../../src/main/storage/format/fileFormat'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { entryKind } from '../../src/main/storage/kinds/entryKind'
import { recordPlace } from '../../src/main/storage/records/recordFiles'
import { freshFolder } from '../storage/freshFolder'
import { nextOf, sampleEntry, sampleId } from '../storage/sample'
import { setClock } from '../storage/sampleClock'

const day = '2026-03-02'
const moment = { at: '2026-03-02T08:00:00Z', zone: 'Europe/Berlin' }
const caught = (number: number, text: string) => ({
  id: sampleId(50 + number),
  created: moment,
  day,
  kind: 'note' as const,
  text,
  tags: [],
  people: [],
  trashed: null,
})

const [same, edited, moved, gone, younger, trashed] = [1, 2, 3, 4, 5, 6].map((number) =>
  sampleEntry({ id: sampleId(number), day: `2026-03-0${number}`, title: `Entry ${number}` }),
)

async function journalWithBackup() {
  const folder = await freshFolder()
  const clock = setClock()
  const open = () => openJournal({ folder, clock, knownBefore: false })
  const first = await open()
  for (const entry of [same, edited, moved, gone, trashed]) if (entry) await first.entries.save(entry, 0)
  for (const number of [1, 2]) await first.captures.add(caught(number, `Thought ${number}`))
  await first.close()
  const order = { journal: folder, reason: 'asked', now: clock.now().at, after: 0, version: '1.0.0' } as const
  const { backup } = await makeBackup(rawDisk(), order, join(dirname(folder), 'backups'))
  return { folder, open, file: join(dirname(folder), 'backups', backup.name) }
}

test('each entry has its fate, and what is the same is not named', async () => {
  if (!edited || !moved || !gone || !younger || !trashed) throw new Error('six entries')
  const { folder, open, file } = await journalWithBackup()
  expect(await compareWithJournal(rawDisk(), file, folder)).toMatchObject({
    records: [],
    captures: { returns: 0, changes: 0, goes: 0 },
  })
  const journal = await open()
  await journal.entries.save(nextOf(edited, 'Other words'), 1)
  await journal.entries.save(nextOf(moved, 'x', { day: '2025-12-31' }), 1)
  await journal.entries.trash(gone.id)
  await journal.entries.save(younger, 0)
  await journal.captures.erase(day, sampleId(51))
  await journal.captures.change(day, sampleId(52), (capture) => ({ ...capture, text: 'Another thought' }))
  await journal.captures.add(caught(3, 'Thought 3'))
  await journal.close()
  const { records, counts, captures } = await compareWithJournal(rawDisk(), file, folder)
  expect(records.map(({ kind, name, fate, day: on }) => [kind, name, fate, on])).toEqual([
    ['entry', 'Entry 5', 'goes', '2026-03-05'],
    ['entry', 'Entry 4', 'returns', '2026-03-04'],
    ['entry', 'Entry 3', 'newer', '2026-03-03'],
    ['entry', 'Entry 2', 'newer', '2026-03-02'],
  ])
  expect(counts).toEqual({ returns: 1, changes: 0, newer: 2, goes: 1 })
  expect(captures).toEqual({ returns: 1, changes: 1, goes: 1 })
})

test('what waits for the person’s word is no page, neither in a backup nor here', async () => {
  if (!younger) throw new Error('an entry')
  const { folder } = await journalWithBackup()
  const waiting = join(
    folder,
    'quarantine',
    'arrivals',
    'a'.repeat(24),
    ...recordPlace(entryKind, younger.day, younger.id),
  )
  await mkdir(dirname(waiting), { recursive: true })
  await writeFile(waiting, encoded(entryKind.format, younger))
  const order = { journal: folder, reason: 'asked', now: '2026-03-03T08:00:00Z', after: 1, version: '1.0.0' } as const
  const { backup } = await makeBackup(rawDisk(), order, join(dirname(folder), 'backups'))
  const file = join(dirname(folder), 'backups', backup.name)
  await expect(entriesIn(rawDisk(), file, [younger.id])).rejects.toMatchObject({ code: 'not-found' })
  await rm(join(folder, 'quarantine'), { recursive: true })
  expect((await compareWithJournal(rawDisk(), file, folder)).records).toEqual([])
})

test('another program’s change without a new revision is a change', async () => {
  if (!edited) throw new Error('an entry')
  const { folder, open, file } = await journalWithBackup()
  await rm(join(folder, 'entries', '2026', `${edited.day}-${edited.id}.json`))
  const journal = await open()
  await journal.entries.save({ ...edited, title: 'Other' }, 0)
  await journal.close()
  const { records } = await compareWithJournal(rawDisk(), file, folder)
  expect(records).toMatchObject([{ name: 'Entry 2', fate: 'changes' }])
})

test('where the journal is gone everything comes back', async () => {
  const { folder, file } = await journalWithBackup()
  await rm(folder, { recursive: true })
  const { counts, captures } = await compareWithJournal(rawDisk(), file, folder)
  expect(counts).toEqual({ returns: 5, changes: 0, newer: 0, goes: 0 })
  expect(captures.returns).toBe(2)
})

test('single entries come out as they were', async () => {
  if (!same || !gone) throw new Error('two entries')
  const { file } = await journalWithBackup()
  expect(await entriesIn(rawDisk(), file, [gone.id, same.id])).toEqual(expect.arrayContaining([same, gone]))
  await expect(entriesIn(rawDisk(), file, [same.id, sampleId(99)])).rejects.toMatchObject({ code: 'not-found' })
})
