/** Exports between real folders: a journal as the app keeps it, and a place as a person has it. */
import { chmod, mkdir, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { messages } from '#shared/messages/messages'
import { runExport } from '../../src/main/cli/runExport'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { madeEntry, setClock } from '../services/made'
import { freshFolder } from '../storage/freshFolder'
import { deskHere } from './renderedHere'

const days = ['2026-02-26', '2026-03-01', '2026-03-02']

/** A user-data directory with three entries, and a place beside it. */
async function profile() {
  const userData = await freshFolder()
  const journal = await openJournal({ folder: join(userData, 'journal'), clock: setClock(), knownBefore: false })
  for (const [at, day] of days.entries()) await journal.entries.save(madeEntry(at + 1, { day, title: `Of ${day}` }), 0)
  const target = join(userData, '..', 'taken out')
  const run = (part: { folder?: string; from?: string | null; to?: string | null } = {}) =>
    runExport({ userData, folder: target, from: null, to: null, openDesk: deskHere, ...part })
  const revise = async (number: number) => {
    const entry = await journal.entries.read(madeEntry(number).id)
    await journal.entries.save({ ...entry, starred: true, revision: entry.revision + 1 }, entry.revision)
  }
  const retitle = async (number: number, title: string) => {
    const entry = await journal.entries.read(madeEntry(number).id)
    await journal.entries.save({ ...entry, title, revision: entry.revision + 1 }, entry.revision)
  }
  return { userData, journal, target, run, revise, retitle, names: () => readdir(target) }
}

const said = (written: number, unchanged: number, folder: string, ...asides: string[]) =>
  messages.headless.done(written, unchanged, folder, asides)
const { exportAsides } = messages

describe('an export', () => {
  test('makes its folder and writes a file for each entry', async () => {
    const { run, target, names } = await profile()
    expect(await run()).toEqual({ code: 0, sentence: said(3, 0, target) })
    expect(await names()).toEqual(days.map((day, at) => `${day}-of-${day}-0000000${at + 1}.md`))
  })

  test('takes both ends of its period', async () => {
    const { run, names } = await profile()
    await run({ from: '2026-03-01', to: '2026-03-02' })
    expect(await names()).toHaveLength(2)
    await run({ to: '2026-02-26' })
    expect(await names()).toHaveLength(3)
  })

  test('done again writes nothing, and touches nothing', async () => {
    const { run, target, names } = await profile()
    await run()
    const times = async () => Promise.all((await names()).map(async (name) => (await stat(join(target, name))).mtimeMs))
    const before = await times()
    expect(await run()).toEqual({ code: 0, sentence: said(0, 3, target) })
    expect(await times()).toEqual(before)
  })

  test('puts a changed entry beside its older file', async () => {
    const { run, revise, target, names } = await profile()
    await run()
    const [first = ''] = await names()
    const older = await readFile(join(target, first), 'utf8')
    await revise(1)
    expect(await run()).toEqual({ code: 0, sentence: said(1, 2, target, exportAsides.earlier(1, '1')) })
    expect(await readFile(join(target, first), 'utf8')).toBe(older)
    expect(await readFile(join(target, first.replace('.md', '-r2.md')), 'utf8')).toContain('starred: true')
  })

  test('under another title goes into a file of its own; the older one stays, and is told of', async () => {
    const { run, retitle, target, names } = await profile()
    await run()
    const [first = ''] = await names()
    const older = await readFile(join(target, first), 'utf8')
    await retitle(1, 'Renamed')
    expect(await run()).toEqual({ code: 0, sentence: said(1, 2, target, exportAsides.earlier(1, '1')) })
    expect(await readFile(join(target, first), 'utf8')).toBe(older)
    expect(await names()).toEqual([first, ...(await names()).filter((name) => name !== first)].sort())
    expect(await names()).toContain(`${days[0]}-renamed-00000001.md`)
    await retitle(1, 'Renamed again')
    expect(await run()).toEqual({ code: 0, sentence: said(1, 2, target, exportAsides.earlier(2, '2')) })
    // As long as it is there; what somebody named it is nobody's export.
    await rename(join(target, first), join(target, 'Mine-00000001.md'))
    expect(await run()).toEqual({ code: 0, sentence: said(0, 3, target, exportAsides.earlier(1, '1')) })
    expect(await run({ from: '2026-03-01' })).toEqual({ code: 0, sentence: said(0, 2, target) })
  })

  test('leaves second versions that wait for a choice out, and says how many', async () => {
    const { run, userData, target, names } = await profile()
    const entries = join(userData, 'journal', 'entries', '2026')
    const [first = ''] = await readdir(entries)
    const own = await readFile(join(entries, first), 'utf8')
    const copy = (rest: string, text: string) => writeFile(join(entries, first.replace('.json', `${rest}.json`)), text)
    await copy(' (says the same)', own)
    expect(await run()).toEqual({ code: 0, sentence: said(3, 0, target) })
    await copy(' (conflict)', own.replace(`Of ${days[0]}`, 'Theirs'))
    await copy(' (conflict 2)', own.replace(`Of ${days[0]}`, 'Theirs too'))
    expect(await run()).toEqual({ code: 0, sentence: said(0, 3, target, exportAsides.copies(2, '2')) })
    expect(await run({ from: '2026-03-01' })).toEqual({ code: 0, sentence: said(0, 2, target) })
    expect(await names()).toHaveLength(3)
  })

  test('leaves alone what has both names, and says so', async () => {
    const { run, target, names } = await profile()
    await run()
    const [first = ''] = await names()
    for (const name of [first, first.replace('.md', '-r1.md')]) await writeFile(join(target, name), 'mine')
    const { code, sentence } = await run()
    expect(code).toBe(1)
    expect(sentence).toContain(messages.headless.failed(1, 2, `${first}: ${messages.exportFailures.conflict}`))
    expect(await readFile(join(target, first), 'utf8')).toBe('mine')
  })

  test('writes through no link, and over none', async () => {
    const { run, target, names } = await profile()
    await run()
    const [first = ''] = await names()
    const fresh = join(target, '..', 'fresh')
    await mkdir(fresh)
    const victim = join(target, '..', 'victim.txt')
    await writeFile(victim, 'untouched')
    await symlink(victim, join(fresh, first))
    expect(await run({ folder: fresh })).toMatchObject({ code: 0 })
    expect(await readFile(victim, 'utf8')).toBe('untouched')
    expect(await readdir(fresh)).toContain(first.replace('.md', '-r1.md'))
  })

  test.each(['', 'entries', 'new folder'])('never goes into the journal (%j)', async (within) => {
    const { run, userData } = await profile()
    const before = await readdir(join(userData, 'journal'))
    const { code, sentence } = await run({ folder: join(userData, 'journal', within) })
    expect(code).toBe(1)
    expect(sentence).toContain(messages.failures['inside-journal'])
    expect(await readdir(join(userData, 'journal'))).toEqual(before)
  })

  test('nor by way of a link', async () => {
    const { run, userData } = await profile()
    const link = join(userData, '..', 'link')
    await symlink(join(userData, 'journal'), link)
    expect(await run({ folder: link })).toMatchObject({ code: 1 })
    expect((await readdir(link)).filter((name) => name.endsWith('.md'))).toEqual([])
  })

  test('into a file or below a folder that is not there says what is wrong, in one line', async () => {
    const { run, userData } = await profile()
    const file = join(userData, '..', 'a file')
    await writeFile(file, 'mine')
    for (const folder of [file, join(userData, '..', 'not there', 'nor this')]) {
      const { code, sentence } = await run({ folder })
      expect(code).toBe(1)
      expect(sentence).toBe(`throughline: ${messages.headless.nothing(messages.exportFailures['folder-missing'])}`)
    }
    expect(await readFile(file, 'utf8')).toBe('mine')
  })

  test('names an entry that can’t be read, writes the others, and leaves the journal as it is', async () => {
    const { run, userData, journal } = await profile()
    await journal.close()
    const year = join(userData, 'journal', 'entries', '2026')
    const [first = ''] = await readdir(year)
    await writeFile(join(year, first), '{"schema":1,')
    const { code, sentence } = await run()
    expect(code).toBe(1)
    expect(sentence).toContain(first)
    expect(sentence).toContain(messages.exportFailures.unreadable)
    expect(await readFile(join(year, first), 'utf8')).toBe('{"schema":1,')
  })

  test('of a profile without a journal says so and makes nothing', async () => {
    const userData = await freshFolder()
    const target = join(userData, '..', 'out')
    expect(await runExport({ userData, folder: target, from: null, to: null, openDesk: deskHere })).toMatchObject({
      code: 1,
    })
    await expect(stat(target)).rejects.toThrow('ENOENT')
    await expect(stat(userData)).rejects.toThrow('ENOENT')
  })

  test('into a folder with a line end and a turned name stays one line', async () => {
    const { run, userData } = await profile()
    const { code, sentence } = await run({ folder: join(userData, '..', 'a\nb\u202ec') })
    expect(code).toBe(0)
    expect(sentence).not.toMatch(/[\n\u202e]/)
  })

  // Root is bound by no permission bits: there is nothing to see then.
  test.skipIf(process.getuid?.() === 0)('into a folder that may not be written says so once', async () => {
    const { run, userData } = await profile()
    const closed = join(userData, '..', 'closed')
    await mkdir(closed)
    await chmod(closed, 0o500)
    const { code, sentence } = await run({ folder: closed })
    expect(code).toBe(1)
    expect(sentence).toContain(messages.exportFailures['read-only'])
  })
})
