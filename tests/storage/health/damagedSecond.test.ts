/** A second file under an entry's name that can't be read: what “Fix” does with it, and that the entry's own file is not touched. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createHealth } from '../../../src/main/services/journal/health'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { repairOptionsOf } from '../../../src/renderer/features/health/repairOptions'
import { freshFolder } from '../freshFolder'
import { sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'

const entry = sampleEntry({ id: sampleId(1) })
const own = `entries/2026/${entry.day}-${entry.id}.json`
const copied = own.replace('.json', ' (conflicted copy).json')

async function withSecond(second: string, bytes: (whole: Buffer) => Uint8Array | string) {
  const folder = await freshFolder()
  const clock = setClock()
  const first = await openJournal({ folder, clock, knownBefore: false })
  await first.entries.save(entry, 0)
  await first.close()
  const whole = await readFile(join(folder, own))
  await writeFile(join(folder, second), bytes(whole))
  const journal = await openJournal({ folder, clock, knownBefore: true })
  const health = createHealth({
    forReading: () => journal,
    forWriting: async () => journal,
    looked: () => undefined,
    recordChanged: () => undefined,
    logChanged: () => undefined,
    admitted: () => undefined,
    notices: () => [],
    noneWaits: () => undefined,
  })
  return { folder, journal, health, whole }
}

const half = (whole: Buffer) => whole.subarray(0, whole.length / 2)

test.each([
  ['another day', `entries/2026/2026-03-01-${entry.id}.json`, half],
  ['another day, empty', `entries/2026/2026-03-01-${entry.id}.json`, () => ''],
  ['a copy', copied, half],
  ['an empty copy', copied, () => ''],
  ['a copy full of zeros', copied, (whole: Buffer) => Buffer.alloc(whole.length)],
  ['a copy that is no record', copied, (whole: Buffer) => whole.toString().replace('"revision"', '"revisio"')],
])('%s: it goes to the quarantine, and the page is as it was', async (_, second, bytes) => {
  const { folder, journal, health, whole } = await withSecond(second, bytes)
  const damaged = await readFile(join(folder, second))
  const { findings } = await health.read()
  expect(findings).toMatchObject([{ kind: 'damaged', file: second, record: entry.id }])
  const [option] = findings[0] ? repairOptionsOf(findings[0]) : []
  if (option?.kind !== 'repair') throw new Error('no fix')
  await health.repair({ ...option.what })
  const aside = await readdir(join(folder, 'quarantine'))
  expect(aside).toHaveLength(1)
  expect(await readFile(join(folder, 'quarantine', aside[0] ?? ''))).toEqual(damaged)
  expect(await readFile(join(folder, own))).toEqual(whole)
  expect(await journal.entries.read(entry.id)).toEqual(entry)
  expect((await health.read()).findings).toMatchObject([{ kind: 'quarantined', done: 'replaced' }])
  await journal.close()
})

test('under the name of a page that is nowhere it goes there too', async () => {
  const second = `entries/2026/2026-03-01-${sampleId(9)}.json`
  const { folder, journal, health, whole } = await withSecond(second, half)
  await health.repair({ kind: 'entry', record: sampleId(9), version: null, day: '2026-03-01' })
  expect(await readdir(join(folder, 'entries', '2026'))).toEqual([`${entry.day}-${entry.id}.json`])
  expect(await readFile(join(folder, own))).toEqual(whole)
  await journal.close()
})

test.each(['of somebody', '{"of":"another program"}', '[1]'])(
  'a file of somebody else under such a name stays where it is: %s',
  async (text) => {
    const { folder, journal, health } = await withSecond(copied, () => text)
    expect((await health.read()).findings).toMatchObject([{ kind: 'foreign', file: copied }])
    await health.repair({ kind: 'entry', record: entry.id, version: null, day: entry.day })
    expect(await readFile(join(folder, copied), 'utf8')).toBe(text)
    await journal.close()
  },
)

test('an open journal only looks: no copy leaves its place unasked', async () => {
  const { folder, journal } = await withSecond(copied, half)
  for await (const _ of journal.entries.all());
  await journal.entries.copiesOf(entry.id)
  expect((await readdir(folder)).includes('quarantine')).toBe(false)
  await journal.close()
})
