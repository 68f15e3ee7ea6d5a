/** Files of which a sync program has left a placeholder: they are not on this computer yet, and neither missing nor to be made anew. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { messages } from '#shared/messages/messages'
import { journalFiles } from '../../src/main/backups/journalFiles'
import { runCheck } from '../../src/main/cli/runCheck'
import { runExport } from '../../src/main/cli/runExport'
import { nodeDisk } from '../../src/main/disk/disk'
import { nodeFiles } from '../../src/main/disk/nodeFiles'
import { createIndexer } from '../../src/main/indexer/indexer'
import { checkHealth } from '../../src/main/storage/health/checkHealth'
import { copyJournal, lookIntoFolder } from '../../src/main/storage/journal/moveJournal'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { deskHere } from '../exports/renderedHere'
import { madeCapture } from '../services/made'
import { freshFolder } from './freshFolder'
import { collected, nextOf, sampleEntry } from './sample'
import { setClock } from './sampleClock'
import { errno } from './simulatedDisk'
import { wrappedFiles } from './wrappedFiles'

const elsewhere = expect.objectContaining({ name: 'Failure', code: 'elsewhere' })
const entry = sampleEntry()
const entryFile = `entries/2026/${entry.day}-${entry.id}.json`
const dayFile = `captures/2026/${entry.day}.json`

async function open(folder: string, at = '2026-03-02T09:00:00Z') {
  const journal = await openJournal({ folder, clock: setClock(at), knownBefore: false })
  const told: string[] = []
  journal.entries.onNotice(({ kind, file }) => void told.push(`${kind} ${file}`))
  return { ...journal, told }
}

/** An entry with an earlier state, a day of captures and settings, in the folder that a device without a choice has. */
async function written(): Promise<string> {
  const folder = await freshFolder()
  const first = await open(folder)
  await first.entries.save(entry, 0)
  await first.captures.add(madeCapture(1))
  await first.settings.change((value) => ({ ...value, manager: 'Ines' }))
  await first.close()
  const second = await open(folder, '2026-03-02T12:00:00Z')
  await second.entries.save(nextOf(entry, 'second words'), 1)
  await second.close()
  return folder
}

/** As a sync program does that needs room. */
async function evict(folder: string, ...files: string[]): Promise<void> {
  for (const file of files) await rename(join(folder, file), join(folder, dirname(file), `.${basename(file)}.icloud`))
}

const findings = async (folder: string) =>
  (await collected(checkHealth({ folder }))).map(({ kind, file }) => `${kind} ${file}`)

test('an entry is neither shown as it was before nor written anew', async () => {
  const folder = await written()
  await evict(folder, entryFile)
  const { entries, told, close } = await open(folder)
  expect(await collected(entries.all())).toEqual([])
  await expect(entries.read(entry.id)).rejects.toEqual(elsewhere)
  await expect(entries.save(nextOf(entry, 'x'), 1)).rejects.toEqual(elsewhere)
  await close()
  expect(told.every((notice) => notice.endsWith(entryFile))).toBe(true)
  expect(await readdir(join(folder, dirname(entryFile)))).toEqual([`.${basename(entryFile)}.icloud`])
  expect(await findings(folder)).toEqual([`elsewhere ${entryFile}`])
})

test('what is told of files that are not here is over once they came and were read', async () => {
  const folder = await written()
  await evict(folder, entryFile, dayFile)
  const { entries, captures, close } = await open(folder)
  const told: string[] = []
  entries.onNotice(
    ({ file }) => void told.push(file),
    ({ file }) => void told.splice(0, told.length, ...told.filter((other) => other !== file)),
  )
  await collected(entries.all())
  await captures.ofDay(entry.day)
  // The first listener had those of before.
  told.push(entryFile, dayFile)
  for (const file of [entryFile, dayFile])
    await rename(join(folder, dirname(file), `.${basename(file)}.icloud`), join(folder, file))
  await collected(entries.all())
  await captures.ofDay(entry.day)
  await close()
  expect(told).toEqual([])
})

test('captures and settings are not begun anew', async () => {
  const folder = await written()
  await evict(folder, dayFile, 'settings.json')
  const { captures, settings, told, close } = await open(folder)
  await expect(captures.add(madeCapture(2))).rejects.toEqual(elsewhere)
  await expect(settings.change((value) => ({ ...value, theme: 'dark' }))).rejects.toEqual(elsewhere)
  await close()
  expect(told.sort()).toEqual([`elsewhere ${dayFile}`, 'elsewhere settings.json'])
  expect(await readdir(folder)).not.toContain('settings.json')
  expect((await findings(folder)).sort()).toEqual([`elsewhere ${dayFile}`, 'elsewhere settings.json'])
})

test('settings that go while the journal is open are not written anew, and count again once they are back', async () => {
  const folder = await written()
  const { settings, close } = await open(folder)
  await evict(folder, 'settings.json')
  await expect(settings.change((value) => ({ ...value, theme: 'dark' }))).rejects.toEqual(elsewhere)
  await rename(join(folder, '.settings.json.icloud'), join(folder, 'settings.json'))
  await settings.change((value) => ({ ...value, theme: 'dark' }))
  await close()
  expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
    theme: 'dark',
    manager: 'Ines',
  })
})

test('a journal is not begun a second time where its own is not here yet', async () => {
  const folder = await written()
  await evict(folder, 'journal.json')
  await expect(open(folder)).rejects.toEqual(elsewhere)
  expect(await readdir(folder)).not.toContain('journal.json')
  expect(await lookIntoFolder(folder)).toEqual({ kind: 'journal', id: null })
})

test('it is not moved, and a backup names what it lacks', async () => {
  const folder = await written()
  await evict(folder, entryFile)
  await expect(copyJournal(folder, join(dirname(folder), 'other'))).rejects.toEqual(elsewhere)
  expect((await journalFiles(nodeDisk(), folder)).map(({ path }) => path)).toContain(entryFile)
})

test('the check and the export say so, and end with 1', async () => {
  const folder = await written()
  const userData = dirname(folder)
  await evict(folder, entryFile, dayFile)
  const checked = await runCheck(userData)
  expect(checked.code).toBe(1)
  expect(checked.sentence).toContain(`${entryFile}: ${messages.health.sentences.elsewhere}`)
  const target = join(userData, 'export')
  const exported = await runExport({ folder: target, userData, openDesk: deskHere, from: null, to: null })
  expect(exported.code).toBe(1)
  expect(exported.sentence).toContain(messages.exportFailures.elsewhere)
  expect((await readdir(target)).filter((name) => name.endsWith('.md'))).toEqual([])
})

test('the list is told how many files are not here', async () => {
  const folder = await written()
  await evict(folder, entryFile, dayFile)
  await mkdir(join(folder, 'entries/2025'), { recursive: true })
  await writeFile(join(folder, 'entries/2025/.notes.txt.icloud'), '')
  const progress: unknown[] = []
  const indexer = createIndexer({
    folder,
    cacheFile: join(dirname(folder), 'cache'),
    now: Date.now,
    changed: () => undefined,
    progressed: (now) => void progress.push(now),
    needsRepair: () => undefined,
  })
  await indexer.look()
  indexer.close()
  expect(progress.at(-1)).toMatchObject({ isComplete: true, elsewhere: 2 })
})

// OneDrive, Dropbox and newer iCloud leave a file of full size, and bring its bytes when it is read; without a network the read fails.
test.each(['UNKNOWN', 'ETIMEDOUT', 'EIO', 'ECANCELED', 'ENETUNREACH'])(
  'a file whose bytes can not be brought now (%s) is out of reach: it stays, and nothing takes its place',
  async (code) => {
    const folder = await written()
    const files = wrappedFiles(nodeFiles, (name, path) => {
      if (name === 'read' && (path.endsWith(basename(entryFile)) || path.endsWith(basename(dayFile))))
        throw errno(code, path)
      return undefined
    })
    const before = await readFile(join(folder, entryFile))
    const journal = await openJournal({ folder, files, clock: setClock('2026-03-02T13:00:00Z'), knownBefore: true })
    expect(await collected(journal.entries.all())).toEqual([])
    await expect(journal.entries.save(nextOf(nextOf(entry, 'x'), 'y'), 2)).rejects.toMatchObject({ name: 'Failure' })
    await expect(journal.captures.add(madeCapture(2))).rejects.toMatchObject({ name: 'Failure' })
    await journal.close()
    expect(await readFile(join(folder, entryFile))).toEqual(before)
    expect(await readdir(folder)).not.toContain('quarantine')
    expect((await collected(checkHealth({ folder, files }))).map(({ kind }) => kind)).toEqual([
      'unreachable',
      'unreachable',
    ])
  },
)
