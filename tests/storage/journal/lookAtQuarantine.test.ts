/** What was set aside because it was cut short, and is whole by now, is offered back as any second version is. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leaveCapture } from '../../../src/main/storage/dayLogs/leaveCapture'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { idOf, madeCapture } from '../../services/made'
import { freshFolder } from '../freshFolder'
import { collected, nextOf, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { passphrase, quickCost } from '../sealed'

const entry = sampleEntry()
const page = `entries/2026/${entry.day}-${entry.id}.json`
const day = `captures/2026/${entry.day}.json`

/** A journal with a page of two saves, or of one, and a day with a thought. */
async function journalWith({ saves = 2 } = {}) {
  const folder = await freshFolder()
  const clock = setClock()
  const open = (device = 'aa') => openJournal({ folder, clock, device, knownBefore: false })
  const first = await open('bb')
  await first.entries.save(entry, 0)
  clock.advance({ hours: 1 })
  if (saves > 1) await first.entries.save(nextOf(entry, 'whole words'), 1)
  await first.captures.add(madeCapture(1))
  await first.settings.save({ ...first.settings.value, manager: 'Ines' })
  await first.close()
  const aside = async () =>
    (await readdir(join(folder, 'quarantine')).catch(() => [])).filter((name) => name !== 'settled')
  /** Half of a file is there, and is set aside; then the rest of it comes to where it lies now. */
  const cutShort = async (name: string, meanwhile: (journal: Awaited<ReturnType<typeof open>>) => Promise<unknown>) => {
    const bytes = await readFile(join(folder, name))
    await writeFile(join(folder, name), bytes.subarray(0, bytes.length / 2))
    const journal = await open()
    await collected(journal.entries.all())
    await collected(journal.captures.all())
    await journal.captures.mergeInbox()
    await meanwhile(journal)
    expect(await journal.lookAtQuarantine()).toEqual([])
    await journal.close()
    for (const lies of await aside()) await writeFile(join(folder, 'quarantine', lies), bytes)
    return bytes
  }
  /** What a start shows once it was looked. */
  const looked = async () => {
    const journal = await open()
    const places = await journal.lookAtQuarantine()
    await journal.settings.lookAgain()
    await journal.captures.mergeInbox()
    const texts = (await collected(journal.entries.all())).map(({ sections }) => sections[0]?.text)
    const { copies } = await journal.entries.copiesOf(entry.id).catch(() => ({ copies: [] }))
    const thoughts = (await journal.captures.ofDay(entry.day)).map(({ text }) => text)
    const { manager } = journal.settings.value
    await journal.close()
    return { places, texts, waiting: copies.map(({ record }) => record.sections[0]?.text), thoughts, manager }
  }
  const settled = () => readdir(join(folder, 'quarantine/settled')).catch(() => [])
  return { folder, clock, cutShort, looked, aside, settled }
}

test('a page whose earlier state was written on waits for a choice, once', async () => {
  const { folder, cutShort, looked, aside, settled } = await journalWith()
  const bytes = await cutShort(page, ({ entries }) => entries.save(nextOf(entry, 'written since'), 1))
  const seen = { texts: ['written since'], waiting: ['whole words'] }
  expect(await looked()).toMatchObject({ ...seen, places: [{ kind: 'entry', id: entry.id }] })
  expect(await looked()).toMatchObject({ ...seen, places: [] })
  expect(await aside()).toEqual([])
  const [name = ''] = await settled()
  expect(await readFile(join(folder, 'quarantine/settled', name))).toEqual(bytes)
})

test('a page that goes on from the earlier state that took its place is it again without a question', async () => {
  const { cutShort, looked } = await journalWith()
  await cutShort(page, async () => undefined)
  expect(await looked()).toMatchObject({ texts: ['whole words'], waiting: [] })
})

test('a page of which nothing else was there is back', async () => {
  const { cutShort, looked } = await journalWith({ saves: 1 })
  await cutShort(page, async ({ entries }) => expect(await collected(entries.all())).toEqual([]))
  expect(await looked()).toMatchObject({ texts: [entry.sections[0]?.text], waiting: [] })
})

test('what is known is settled by itself, and what can’t be read stays', async () => {
  const { folder, cutShort, looked, aside, settled } = await journalWith()
  const bytes = await cutShort(page, async () => undefined)
  await writeFile(join(folder, page), bytes)
  await writeFile(join(folder, 'quarantine', `${entry.day}-${entry.id}.20260302T080000000Z-00000000.json`), 'cut')
  expect(await looked()).toMatchObject({ places: [], texts: ['whole words'], waiting: [] })
  expect(await settled()).toHaveLength(1)
  expect(await aside()).toHaveLength(1)
  expect(await readdir(join(folder, 'entries/2026'))).toHaveLength(1)
})

test('what was thrown away since comes back where it says more, and what was erased does not', async () => {
  const { cutShort, looked } = await journalWith()
  await cutShort(page, ({ entries }) => entries.trash(entry.id))
  expect((await looked()).texts).toEqual(['whole words'])
  const erased = await journalWith()
  await erased.cutShort(page, ({ entries }) => entries.trash(entry.id).then(() => entries.erase(entry.id)))
  expect([await erased.aside(), await erased.settled()]).toMatchObject([[], { length: 1 }])
  expect((await erased.looked()).texts).toEqual([])
})

test('a day’s captures join it', async () => {
  const { cutShort, looked } = await journalWith()
  await cutShort(day, ({ captures }) => captures.add(madeCapture(2)))
  const { thoughts, places } = await looked()
  expect([thoughts.sort(), places]).toEqual([['Thought 1', 'Thought 2'], [{ kind: 'capture', day: entry.day }]])
})

test('settings are the settings again', async () => {
  const { cutShort, looked, aside } = await journalWith()
  await cutShort('settings.json', async ({ settings }) => expect(settings.value.manager).toBeNull())
  expect((await looked()).manager).toBe('Ines')
  expect(await aside()).toEqual([])
})

test('a thought in the inbox comes into its day', async () => {
  const { folder, cutShort, looked } = await journalWith()
  await leaveCapture({ folder }, madeCapture(7))
  await cutShort(`captures/inbox/${idOf(7)}.json`, async () => undefined)
  expect((await looked()).thoughts).toEqual(['Thought 1', 'Thought 7'])
  await rm(folder, { recursive: true })
})

test('with a lock only what was sealed for its place comes back', async () => {
  const { folder, clock } = await journalWith()
  const encryption = createJournalEncryption({ folder: () => folder, clock, cost: quickCost })
  await (await encryption.prepare(passphrase)).turnOn(() => undefined)
  const open = () => openJournal({ folder, clock, device: 'aa', knownBefore: true, vault: encryption.vault() })
  const bytes = await readFile(join(folder, 'sealed', page))
  await mkdir(join(folder, 'sealed/quarantine'), { recursive: true })
  const aside = (name: string) => join(folder, 'sealed/quarantine', `${name}.20260302T080000000Z-00000000.json`)
  await writeFile(aside(`${entry.day}-${sampleId(5)}`), bytes)
  await writeFile(aside(`${entry.day}-${entry.id}`), bytes)
  await rm(join(folder, 'sealed', page))
  await rm(join(folder, 'sealed/versions'), { recursive: true })
  const journal = await open()
  expect(await journal.lookAtQuarantine()).toEqual([{ kind: 'entry', id: entry.id }])
  expect((await collected(journal.entries.all())).map(({ id }) => id)).toEqual([entry.id])
  await journal.close()
})
