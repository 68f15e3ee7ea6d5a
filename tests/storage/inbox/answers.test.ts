/** Answers that a process without the process lock leaves: durably, sealed with a lock, read for an export, and in every look at the files. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { checkHealth } from '../../../src/main/storage/health/checkHealth'
import { leaveAnswer } from '../../../src/main/storage/inbox/leaveAnswer'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { idOf, madeAnswer, madeEntry, madeSection } from '../../services/made'
import { admittedBeside } from '../admitted'
import { freshFolder } from '../freshFolder'
import { collected } from '../sample'
import { setClock } from '../sampleClock'
import { knownIn, passphrase, quickCost } from '../sealed'

const clock = setClock()
const inboxOf = (folder: string) => join(folder, 'entries/inbox')
const page = madeEntry(1, { sections: [madeSection('Stored')] })
const wordsOf = (entries: readonly { sections: readonly { text: string }[] }[]) =>
  entries.map(({ sections }) => sections.map(({ text }) => text).join('|'))

async function begun(): Promise<string> {
  const folder = await freshFolder()
  const journal = await openJournal({ folder, clock, knownBefore: false })
  await journal.entries.save(page, 0)
  await journal.close()
  return folder
}

async function withLock() {
  const folder = await begun()
  const seal = createJournalEncryption({ folder: () => folder, clock, cost: quickCost })
  await (await seal.prepare(passphrase)).turnOn(() => undefined)
  return { folder, seal }
}

test('waits in the order in which it was left, until it is removed', async () => {
  const folder = await begun()
  const journal = await openJournal({ folder, clock, knownBefore: true })
  await leaveAnswer({ folder }, madeAnswer(2, 'Two'))
  await leaveAnswer({ folder }, madeAnswer(1, 'One'))
  expect((await journal.answers.waiting()).map(({ id }) => id)).toEqual([madeAnswer(1, '').id, madeAnswer(2, '').id])
  expect(await journal.answers.waiting()).toMatchObject([madeAnswer(1, 'One'), madeAnswer(2, 'Two')])
  await journal.answers.remove(madeAnswer(1, '').id)
  await journal.answers.remove(madeAnswer(1, '').id)
  expect(await journal.answers.waiting()).toHaveLength(1)
  await journal.close()
})

test('needs a journal', async () => {
  const folder = await freshFolder()
  await expect(leaveAnswer({ folder }, madeAnswer(1, 'One'))).rejects.toMatchObject({ code: 'folder-missing' })
  await mkdir(folder)
  await expect(leaveAnswer({ folder }, madeAnswer(1, 'One'))).rejects.toMatchObject({ code: 'folder-missing' })
  expect(await readdir(folder)).toEqual([])
})

test('that can’t be read goes to quarantine with a notice; one of a newer version stays', async () => {
  const folder = await begun()
  await leaveAnswer({ folder }, madeAnswer(1, 'One'))
  await writeFile(join(inboxOf(folder), `${idOf(2)}.json`), '{"schema":1,"answer":{"id"')
  await writeFile(join(inboxOf(folder), `${idOf(3)}.json`), '{"schema":2}')
  const found = await collected(checkHealth({ folder }))
  expect(found.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
    `damaged entries/inbox/${idOf(2)}.json`,
    `newer entries/inbox/${idOf(3)}.json`,
  ])
  const journal = await openJournal({ folder, clock, knownBefore: true })
  const notices: string[] = []
  journal.entries.onNotice(({ kind, file }) => void notices.push(`${kind} ${file}`))
  expect(await journal.answers.waiting()).toHaveLength(1)
  expect(notices).toEqual([`quarantined entries/inbox/${idOf(2)}.json`, `newer entries/inbox/${idOf(3)}.json`])
  expect(await readdir(inboxOf(folder))).toHaveLength(2)
  expect(await readdir(join(folder, 'quarantine'))).toHaveLength(1)
  await journal.close()
})

const ofNewer = { root: { type: 'root', children: [{ type: 'table' }] } }
const inboxFile = (number: number) => `entries/inbox/${madeAnswer(number, '').id}.json`

test('that its page can’t take gets a notice with its file, once, until it is on its page', async () => {
  const folder = await begun()
  await leaveAnswer({ folder }, madeAnswer(1, 'One'))
  const journal = await openJournal({ folder, clock, knownBefore: true })
  const notices: string[] = []
  journal.entries.onNotice(({ kind, file }) => void notices.push(`${kind} ${file}`))
  const [answer] = await journal.answers.waiting()
  if (!answer) throw new Error('nothing waits')
  for (let look = 0; look < 2; look++) journal.answers.leave(answer)
  expect(notices).toEqual([`waits ${inboxFile(1)}`])
  expect(await journal.answers.waiting(new Set([answer.id]))).toEqual([])
  await journal.answers.remove(answer.id)
  journal.answers.leave(answer)
  expect(notices).toHaveLength(2)
  await journal.close()
})

test('that its page can’t take is found by a look at all files, and read around by an export', async () => {
  const folder = await begun()
  const journal = await openJournal({ folder, clock, knownBefore: true })
  await journal.entries.save(madeEntry(2, { day: '2026-03-03' }), 0)
  await journal.close()
  const newer = JSON.stringify({ ...madeEntry(2, { day: '2026-03-03' }), schema: 2 })
  await writeFile(join(folder, `entries/2026/2026-03-03-${idOf(2)}.json`), newer)
  await leaveAnswer({ folder }, madeAnswer(1, 'Added'))
  await leaveAnswer({ folder }, madeAnswer(2, '', { answer: ofNewer }))
  await leaveAnswer({ folder }, madeAnswer(3, 'To a newer page', { entry: idOf(2), day: '2026-03-03' }))
  const found = await collected(checkHealth({ folder }))
  const newerPage = `newer entries/2026/2026-03-03-${idOf(2)}.json`
  const all = [newerPage, `waits ${inboxFile(2)}`, `waits ${inboxFile(3)}`]
  expect(found.map(({ kind, file }) => `${kind} ${file}`)).toEqual(all)
  const { entries } = await openJournalForReading({ folder })
  const notices: string[] = []
  entries.onNotice(({ kind, file }) => void notices.push(`${kind} ${file}`))
  expect(wordsOf(await collected(entries.all()))).toEqual(['Stored\nAdded'])
  expect(notices.sort()).toEqual(all)
})

describe('read without the process lock', () => {
  test('it stands on its page, also on one that is not stored yet, and the files stay as they are', async () => {
    const folder = await begun()
    await leaveAnswer({ folder }, madeAnswer(1, 'Added'))
    await leaveAnswer({ folder }, madeAnswer(2, 'New page', { entry: idOf(2), day: '2026-03-03' }))
    await leaveAnswer({ folder }, madeAnswer(3, 'And more', { entry: idOf(3), day: '2026-03-03' }))
    const { entries } = await openJournalForReading({ folder })
    expect(wordsOf(await collected(entries.all()))).toEqual(['Stored\nAdded', 'New page\nAnd more'])
    expect(wordsOf(await entries.ofDay('2026-03-02'))).toEqual(['Stored\nAdded'])
    expect(wordsOf(await entries.ofDay('2026-03-03'))).toEqual(['New page\nAnd more'])
    expect(wordsOf(await entries.before('2026-03-04', 2))).toEqual(['New page\nAnd more', 'Stored\nAdded'])
    expect(wordsOf(await entries.before('2026-03-02', 28))).toEqual([])
    expect(await readdir(inboxOf(folder))).toHaveLength(3)
  })

  test('one that is on its page already counts once', async () => {
    const folder = await begun()
    const journal = await openJournal({ folder, clock, knownBefore: true })
    await journal.entries.save({ ...page, revision: 2, placedAnswers: [madeAnswer(1, '').id] }, 1)
    await journal.close()
    await leaveAnswer({ folder }, madeAnswer(1, 'Stored too'))
    const { entries } = await openJournalForReading({ folder })
    expect(wordsOf(await collected(entries.all()))).toEqual(['Stored'])
  })
})

describe('with a lock', () => {
  test('it is sealed without the key, and opened with it', async () => {
    const { folder, seal } = await withLock()
    const admitted = admittedBeside(folder)
    await leaveAnswer({ folder, known: knownIn(folder), admitted }, madeAnswer(1, 'Zaunkönig'))
    const sealed = join(folder, 'sealed/entries/inbox', `${madeAnswer(1, '').id}.json`)
    expect((await readFile(sealed)).includes('Zaunk')).toBe(false)
    expect(await readdir(folder)).not.toContain('entries')
    const { entries } = await openJournalForReading({ folder, vault: seal.vault(), admitted })
    expect(wordsOf(await entries.ofDay('2026-03-02'))).toEqual(['Stored\nZaunkönig'])
    const journal = await openJournal({ folder, clock, knownBefore: true, vault: seal.vault(), admitted })
    expect(await journal.answers.waiting()).toMatchObject([madeAnswer(1, 'Zaunkönig')])
    await journal.close()
  })

  test('it comes along when the lock is turned on and off, at whatever moment it is left', async () => {
    const folder = await begun()
    const admitted = admittedBeside(folder)
    await leaveAnswer({ folder }, madeAnswer(1, 'Before'))
    let isOff = false
    const remove: typeof nodeFiles.remove = async (path) => {
      if (path === join(folder, 'lock.json'))
        await leaveAnswer({ folder, known: knownIn(folder), admitted }, madeAnswer(2, 'Meanwhile'))
      await nodeFiles.remove(path)
    }
    const seal = createJournalEncryption({
      folder: () => folder,
      clock,
      cost: quickCost,
      admitted,
      files: { ...nodeFiles, remove },
    })
    await (await seal.prepare(passphrase)).turnOn(() => undefined)
    expect(await readdir(folder)).not.toContain('entries')
    const create: typeof nodeFiles.create = async (path) => {
      if (!isOff) await seal.turnOff(passphrase, () => undefined)
      isOff = true
      return nodeFiles.create(path)
    }
    await leaveAnswer(
      { folder, known: knownIn(folder), admitted, files: { ...nodeFiles, create } },
      madeAnswer(3, 'Across'),
    )
    expect(await readdir(folder)).not.toContain('sealed')
    const journal = await openJournal({ folder, clock, knownBefore: true })
    expect(await journal.answers.waiting()).toMatchObject(
      [1, 2, 3].map((number) => ({ id: madeAnswer(number, '').id })),
    )
    await journal.close()
  })
})
