/** Files that another program still writes in place: every kind of them in an open journal, and for the commands, which look twice and move nothing. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { messages } from '#shared/messages/messages'
import { runCheck } from '../../../src/main/cli/runCheck'
import { runExport } from '../../../src/main/cli/runExport'
import { leaveCapture } from '../../../src/main/storage/dayLogs/leaveCapture'
import { keyFileName, sealedName } from '../../../src/main/storage/encryption/files/encryptedLayout'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { leaveAnswer } from '../../../src/main/storage/inbox/leaveAnswer'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { deskHere } from '../../exports/renderedHere'
import { madeAnswer, madeCapture } from '../../services/made'
import { freshFolder } from '../freshFolder'
import { nextOf, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { passphrase, quickCost } from '../sealed'

const entry = sampleEntry({ title: 'whole' })
const other = sampleEntry({ id: sampleId(2), title: 'thrown away' })
const entryFile = `entries/2026/${entry.day}-${entry.id}.json`
const dayFile = 'captures/2026/2026-03-02.json'
const caught = madeCapture(8)
const answer = madeAnswer(9, 'an answer')

/** A journal with a file of every sort. */
async function written(): Promise<string> {
  const folder = await freshFolder()
  const clock = setClock()
  const journal = await openJournal({ folder, clock, knownBefore: false })
  await journal.entries.save(entry, 0)
  clock.advance({ hours: 1 })
  await journal.entries.save(nextOf(entry, 'Other words'), 1)
  await journal.entries.save(other, 0)
  await journal.entries.trash(other.id)
  await journal.captures.add(madeCapture(7))
  await journal.settings.change((value) => ({ ...value, manager: 'Dana' }))
  await journal.close()
  return folder
}

const setAside = (folder: string) => readdir(join(folder, 'quarantine')).catch(() => [])

/** The file is half there; another program adds to it `times` while somebody waits. */
async function beingWritten(folder: string, file: string, times = Number.POSITIVE_INFINITY) {
  const path = join(folder, file)
  const whole = await readFile(path)
  await writeFile(path, whole.subarray(0, whole.length / 2))
  let at = 0
  const wait = async () => {
    if (at++ < times) await writeFile(path, whole.subarray(0, whole.length / 2 + at))
  }
  const end = async () => {
    await writeFile(path, whole)
  }
  return { wait, end, whole }
}

const open = (folder: string, wait: () => Promise<void>) =>
  openJournal({ folder, clock: setClock('2026-03-03T09:00:00Z'), knownBefore: true, steadyFor: 5_000, wait })

test('a capture and an answer that are left in their inboxes wait until they are whole', async () => {
  for (const [file, leave] of [
    [`captures/inbox/${caught.id}.json`, (folder: string) => leaveCapture({ folder }, caught)],
    [`entries/inbox/${answer.id}.json`, (folder: string) => leaveAnswer({ folder }, answer)],
  ] as const) {
    const folder = await written()
    await leave(folder)
    const { wait, end } = await beingWritten(folder, file)
    const journal = await open(folder, wait)
    await journal.captures.mergeInbox()
    expect(await journal.answers.waiting()).toEqual([])
    expect([await readdir(join(folder, dirname(file))), await setAside(folder)]).toEqual([[file.split('/').at(-1)], []])
    await end()
    const days = await journal.captures.mergeInbox()
    expect(days.length + (await journal.answers.waiting()).length).toBe(1)
    await journal.close()
  }
})

test('a page in the trash stays there until it is whole', async () => {
  const folder = await written()
  const [name = ''] = (await readdir(join(folder, 'trash'))).filter((one) => one.includes(other.id))
  const { wait, end } = await beingWritten(folder, `trash/${name}`)
  const journal = await open(folder, wait)
  expect(await journal.entries.trashed()).toEqual([])
  expect(await setAside(folder)).toEqual([])
  await end()
  expect((await journal.entries.trashed()).map(({ record }) => record.title)).toEqual(['thrown away'])
  await journal.close()
})

test('an earlier state stays, also when a person asks to fix it', async () => {
  const folder = await written()
  const [name = ''] = await readdir(join(folder, 'versions', entry.id))
  const { wait, end } = await beingWritten(folder, `versions/${entry.id}/${name}`)
  const journal = await open(folder, wait)
  await journal.history.setAside(entry.id, name.replace('.json', ''))
  expect(await setAside(folder)).toEqual([])
  await end()
  expect((await journal.history.of(entry.id)).versions).toHaveLength(1)
  await journal.close()
})

test('a copy stays, also when a person asks to fix it', async () => {
  const folder = await written()
  const copy = entryFile.replace('.json', ' (copy).json')
  await writeFile(join(folder, copy), await readFile(join(folder, entryFile)))
  const { wait } = await beingWritten(folder, copy)
  const journal = await open(folder, wait)
  await journal.entries.setAsideDamagedCopies(entry.id)
  expect(await setAside(folder)).toEqual([])
  await journal.close()
})

test('the marker keeps its id: a journal whose marker is being written opens once it is whole', async () => {
  const folder = await written()
  const { wait, end, whole } = await beingWritten(folder, 'journal.json')
  const journal = () => open(folder, wait)
  await expect(journal()).rejects.toMatchObject({ code: 'being-written' })
  expect(await setAside(folder)).toEqual([])
  await end()
  const opened = await journal()
  expect(opened.id).toBe(JSON.parse(whole.toString()).id)
  await opened.close()
})

test('a marker that is whole by the next look keeps its id', async () => {
  const folder = await written()
  const { end, whole } = await beingWritten(folder, 'journal.json')
  const journal = await open(folder, end)
  expect(journal.id).toBe(JSON.parse(whole.toString()).id)
  expect(await readFile(join(folder, 'journal.json'))).toEqual(whole)
  await journal.close()
})

test.each([entryFile, dayFile, `captures/inbox/${caught.id}.json`])(
  'commands tell that %s is being written, end with 1 and move nothing',
  async (file) => {
    const folder = await written()
    await leaveCapture({ folder }, caught)
    const userData = dirname(folder)
    const { wait, end } = await beingWritten(folder, file)
    const export_ = (name: string) =>
      runExport({ folder: join(userData, name), userData, openDesk: deskHere, from: null, to: null, disk: { wait } })
    const checked = await runCheck(userData, { wait })
    expect(checked).toMatchObject({ code: 1 })
    expect(checked.sentence).toContain(`${file}: ${messages.health.sentences['being-written']}`)
    const exported = await export_('first')
    expect(exported).toMatchObject({ code: 1 })
    expect(exported.sentence).toContain(messages.exportFailures['being-written'])
    // No earlier state passes for it.
    if (file === entryFile) expect((await readdir(join(userData, 'first'))).join()).not.toContain('whole')
    expect(await setAside(folder)).toEqual([])
    await end()
    expect(await runCheck(userData, { wait })).toMatchObject({ code: 0 })
    expect(await export_('second')).toMatchObject({ code: 0 })
  },
)

test('commands take what is whole at the second look', async () => {
  const folder = await written()
  const userData = dirname(folder)
  const checking = await beingWritten(folder, entryFile)
  expect(await runCheck(userData, { wait: checking.end })).toMatchObject({ code: 0 })
  const { end } = await beingWritten(folder, entryFile)
  const target = join(userData, 'export')
  expect(
    await runExport({ folder: target, userData, openDesk: deskHere, from: null, to: null, disk: { wait: end } }),
  ).toMatchObject({ code: 0 })
})

test('commands tell damage that stays as damage, after one wait for all of it', async () => {
  const folder = await written()
  await mkdir(join(folder, 'captures/inbox'), { recursive: true })
  for (const file of [entryFile, dayFile, `captures/inbox/${caught.id}.json`]) await writeFile(join(folder, file), '{')
  const waits: number[] = []
  const wait = async (milliseconds: number) => void waits.push(milliseconds)
  const { code, sentence } = await runCheck(dirname(folder), { wait })
  expect([code, waits]).toEqual([1, [2_000]])
  expect(sentence.split(messages.health.sentences.damaged)).toHaveLength(4)
})

test('a key file that is being written is no damaged one', async () => {
  const folder = await written()
  const seal = createJournalEncryption({ folder: () => folder, clock: setClock(), cost: quickCost })
  await (await seal.prepare(passphrase)).turnOn(() => undefined)
  await rm(join(folder, sealedName, keyFileName))
  const { wait, end } = await beingWritten(folder, keyFileName)
  const told = (code: 'being-written' | 'key-damaged') => messages.headless.notChecked(messages.failures[code])
  expect(await runCheck(dirname(folder), { wait })).toEqual({
    code: 1,
    sentence: `throughline: ${told('being-written')}`,
  })
  const still = { wait: async () => undefined }
  expect(await runCheck(dirname(folder), still)).toEqual({ code: 1, sentence: `throughline: ${told('key-damaged')}` })
  expect(await runCheck(dirname(folder), { wait: end })).toMatchObject({ code: 0 })
})

test('a key file that is being written is not replaced by its copy', async () => {
  const folder = await written()
  const clock = setClock()
  const turned = createJournalEncryption({ folder: () => folder, clock, cost: quickCost })
  await (await turned.prepare(passphrase)).turnOn(() => undefined)
  const before = await readFile(join(folder, keyFileName))
  await turned.changePassphrase(passphrase, 'of the other device')
  const newer = await readFile(join(folder, keyFileName))
  await writeFile(join(folder, sealedName, keyFileName), before)
  await writeFile(join(folder, keyFileName), newer.subarray(0, 100))
  const wait = async () => writeFile(join(folder, keyFileName), newer)
  const seal = createJournalEncryption({ folder: () => folder, clock, cost: quickCost, steadyFor: 5_000, wait })
  await seal.unlock(passphrase)
  expect(await readFile(join(folder, keyFileName))).toEqual(newer)
})
