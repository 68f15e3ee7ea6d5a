/** Words that a newer version of the app put into a list of this one: the files that have them are left alone, and shown as far as they are understood. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Entry } from '#shared/domain/entry/entry'
import { defaultSettings } from '#shared/domain/settings/settings'
import { checkHealth } from '../../src/main/storage/health/checkHealth'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../src/main/storage/journal/openJournalForReading'
import { idOf, madeAnswer, madeCapture } from '../services/made'
import { freshFolder } from './freshFolder'
import { collected, nextOf, sampleEntry } from './sample'
import { setClock } from './sampleClock'

const newer = expect.objectContaining({ name: 'Failure', code: 'newer-schema' })
const entry = sampleEntry()
const day = entry.day
const entryFile = `entries/2026/${day}-${entry.id}.json`
const dayFile = `captures/2026/${day}.json`

async function open(folder: string, at = '2026-03-02T09:00:00Z') {
  const journal = await openJournal({ folder, clock: setClock(at), knownBefore: false })
  const told: string[] = []
  journal.entries.onNotice(({ kind, file }) => void told.push(`${kind} ${file}`))
  return { ...journal, told }
}

const of = (practice: string, from: Entry = entry) => ({
  ...from,
  sections: from.sections.map((section) => ({ ...section, practice })),
})

async function put(folder: string, name: string, document: object): Promise<string> {
  const text = JSON.stringify(document)
  await mkdir(dirname(join(folder, name)), { recursive: true })
  await writeFile(join(folder, name), text)
  return text
}

const textOf = (folder: string, name: string) => readFile(join(folder, name), 'utf8')
const isAside = async (folder: string) => (await readdir(folder)).includes('quarantine')
const findings = async (folder: string) =>
  (await collected(checkHealth({ folder }))).map(({ kind, file }) => `${kind} ${file}`)

test('an entry with one stays, and no earlier state takes its place', async () => {
  const folder = await freshFolder()
  const first = await open(folder)
  await first.entries.save(entry, 0)
  await first.close()
  const second = await open(folder, '2026-03-02T12:00:00Z')
  await second.entries.save(nextOf(entry, 'second words'), 1)
  await second.close()
  const text = await put(folder, entryFile, { ...of('foresight', nextOf(entry, 'third words')), revision: 3 })

  const { entries, told, close } = await open(folder)
  expect(await collected(entries.all())).toEqual([])
  expect(told).toEqual([`newer ${entryFile}`])
  await expect(entries.read(entry.id)).rejects.toEqual(newer)
  await expect(entries.save(nextOf(entry, 'x'), 1)).rejects.toEqual(newer)
  await expect(entries.trash(entry.id)).rejects.toEqual(newer)
  await close()
  expect(await textOf(folder, entryFile)).toBe(text)
  expect(await isAside(folder)).toBe(false)
  expect(await findings(folder)).toEqual([`newer ${entryFile}`])

  const reading = await openJournalForReading({ folder })
  expect(await collected(reading.entries.all())).toEqual([])
})

test('an entry in the trash with one, and a version, stay where they are', async () => {
  const folder = await freshFolder()
  const first = await open(folder)
  await first.entries.save(entry, 0)
  await first.entries.trash(entry.id)
  await first.close()
  const [name = ''] = (await readdir(join(folder, 'trash'))).filter((one) => one !== 'ages.json')
  await put(folder, `trash/${name}`, of('foresight'))
  const version = `versions/${entry.id}/1-20260302T080000000Z.json`
  await put(folder, version, of('foresight'))

  const { entries, history, close } = await open(folder)
  expect(await entries.trashed()).toEqual([])
  await expect(entries.restore(entry.id)).rejects.toEqual(newer)
  await expect(history.read(entry.id, '1-20260302T080000000Z')).rejects.toEqual(newer)
  await close()
  expect(await readdir(join(folder, 'trash'))).toContain(name)
  expect(await isAside(folder)).toBe(false)
  expect((await findings(folder)).sort()).toEqual([`newer trash/${name}`, `newer ${version}`])
})

test('captures with one stay, the others of their day are shown, and none can be changed', async () => {
  const folder = await freshFolder()
  await (await open(folder)).close()
  const captures = [madeCapture(1, { text: 'Known' }), { ...madeCapture(2), kind: 'question' }]
  const text = await put(folder, dayFile, { schema: 1, day, revision: 1, captures })
  const inbox = `captures/inbox/${idOf(3)}.json`
  const waiting = await put(folder, inbox, { schema: 1, capture: { ...madeCapture(3), kind: 'question' } })

  const journal = await open(folder)
  expect((await journal.captures.ofDay(day)).map(({ text }) => text)).toEqual(['Known'])
  expect(await journal.captures.mergeInbox()).toEqual([])
  await expect(journal.captures.add(madeCapture(4))).rejects.toEqual(newer)
  await expect(journal.captures.erase(day, idOf(1))).rejects.toEqual(newer)
  expect(journal.told).toEqual([`newer ${dayFile}`, `newer ${inbox}`])
  await journal.close()
  expect(await textOf(folder, dayFile)).toBe(text)
  expect(await textOf(folder, inbox)).toBe(waiting)
  expect(await isAside(folder)).toBe(false)
  expect(await findings(folder)).toEqual([`newer ${dayFile}`, `newer ${inbox}`])
})

test('what of such a day would leave it stays where it is, and comes nowhere twice', async () => {
  const folder = await freshFolder()
  await (await open(folder)).close()
  const captures = [
    { ...madeCapture(1), trashed: '2020-01-01T00:00:00Z' },
    { ...madeCapture(2), movingTo: '2026-03-05' },
    { ...madeCapture(3), kind: 'question' },
  ]
  const text = await put(folder, dayFile, { schema: 1, day, revision: 1, captures })
  const journal = await open(folder)
  expect(await journal.captures.tidy([day])).toEqual([])
  expect(await journal.captures.ofDay('2026-03-05')).toEqual([])
  await journal.close()
  expect(await textOf(folder, dayFile)).toBe(text)
})

test('second files with one, as sync programs leave them, stay and are named', async () => {
  const folder = await freshFolder()
  const first = await open(folder)
  await first.settings.save(defaultSettings)
  await first.captures.add(madeCapture(1))
  await first.close()
  const captures = [{ ...madeCapture(2), kind: 'question' }]
  const names = [`captures/2026/${day} (1).json`, 'settings (1).json']
  await put(folder, names[0] ?? '', { schema: 1, day, revision: 1, captures })
  await put(folder, names[1] ?? '', { ...defaultSettings, theme: 'sepia' })
  const journal = await open(folder)
  expect((await journal.captures.ofDay(day)).map(({ id }) => id)).toEqual([idOf(1)])
  await journal.close()
  expect((await findings(folder)).sort()).toEqual(names.map((name) => `newer ${name}`))
})

test('an answer that waits with one stays', async () => {
  const folder = await freshFolder()
  await (await open(folder)).close()
  const answer = madeAnswer(1, 'Words')
  const questions = answer.questions.map((question) => ({ ...question, practice: 'foresight' }))
  const file = `entries/inbox/${idOf(1)}.json`
  const text = await put(folder, file, { schema: 1, answer: { ...answer, questions } })
  const { answers, told, close } = await open(folder)
  expect(await answers.waiting()).toEqual([])
  await close()
  expect(told).toEqual([`newer ${file}`])
  expect(await textOf(folder, file)).toBe(text)
})

test('settings with one stay; what else they say counts', async () => {
  const folder = await freshFolder()
  await (await open(folder)).close()
  const settings = { ...defaultSettings, theme: 'sepia', manager: 'Ines', dayEnds: '03:00' }
  const text = await put(folder, 'settings.json', settings)
  const known = { ...settings, theme: 'system' }

  const journal = await open(folder)
  expect(journal.settings.value).toEqual(known)
  expect(journal.told).toEqual(['newer settings.json'])
  await expect(journal.settings.change((value) => ({ ...value, theme: 'dark' }))).rejects.toEqual(newer)
  await journal.close()
  expect(await textOf(folder, 'settings.json')).toBe(text)
  expect(await isAside(folder)).toBe(false)
  expect(await findings(folder)).toEqual(['newer settings.json'])
  expect((await openJournalForReading({ folder })).settings).toEqual(known)
})

test.each([
  ['no word', { ...defaultSettings, theme: '' }],
  ['a number in its place', { ...defaultSettings, theme: 7 }],
  ['a field that is gone', { ...defaultSettings, theme: undefined }],
  ['other damage beside it', { ...defaultSettings, theme: 'sepia', manager: 7 }],
])('damage stays damage: %s', async (_, settings) => {
  const folder = await freshFolder()
  await (await open(folder)).close()
  await put(folder, 'settings.json', settings)
  const { told, close } = await open(folder)
  await close()
  expect(told).toEqual(['quarantined settings.json'])
})
