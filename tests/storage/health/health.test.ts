import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { concernOf, type Finding } from '#shared/domain/health/finding'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { checkHealth } from '../../../src/main/storage/health/checkHealth'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { freshFolder } from '../freshFolder'
import { collected, nextOf, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { errno } from '../simulatedDisk'
import { wrappedFiles } from '../wrappedFiles'

const first = sampleEntry({ id: sampleId(1) })
const second = sampleEntry({ id: sampleId(2) })
const third = sampleEntry({ id: sampleId(3) })
const pathOf = (folder: string, { day, id } = first) => join(folder, 'entries', day.slice(0, 4), `${day}-${id}.json`)

/** Three entries, the first with an earlier version, the third in the trash, and a day of captures. */
async function written(): Promise<string> {
  const folder = await freshFolder()
  const journal = await openJournal({ folder, clock: setClock(), knownBefore: false })
  for (const entry of [first, second, third]) await journal.entries.save(entry, 0)
  await journal.entries.trash(third.id)
  await journal.close()
  const again = await openJournal({ folder, clock: setClock('2026-03-02T12:00:00Z'), knownBefore: true })
  await again.entries.save(nextOf(first, 'second words'), 1)
  await again.settings.save(again.settings.value)
  await again.close()
  const captures = join(folder, 'captures', '2026')
  await mkdir(captures, { recursive: true })
  await writeFile(join(captures, '2026-03-02.json'), '{"schema":1,"day":"2026-03-02","revision":1,"captures":[]}')
  return folder
}

async function found(folder: string, options = {}): Promise<Finding[]> {
  return await collected(checkHealth({ folder, ...options }))
}

async function allBytes(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name))
  return Object.fromEntries(await Promise.all(files.map(async (path) => [path, await readFile(path, 'base64')])))
}

const finding = (kind: Finding['kind'], file: string, more: Partial<Finding> = {}): Finding => ({
  kind,
  file,
  day: null,
  recordKind: null,
  record: null,
  version: null,
  done: 'left',
  canReturn: false,
  ...more,
})
const ofFirst = { day: first.day, recordKind: 'entry', record: first.id }
const firstFile = `entries/2026/${first.day}-${first.id}.json`

test('of a journal in order there is nothing to tell, and every file was looked at', async () => {
  const folder = await written()
  let looked = 0
  expect(await found(folder, { looked: () => looked++ })).toEqual([])
  // Marker, settings, two entries, one in the trash, one day of captures, one version.
  expect(looked).toBe(7)
})

test('a damaged entry: whether an earlier version can be read is told too', async () => {
  const folder = await written()
  await writeFile(pathOf(folder), 'half of it')
  await writeFile(pathOf(folder, second), '{"schema":1}')
  expect(await found(folder)).toEqual([
    finding('damaged', `entries/2026/${second.day}-${second.id}.json`, {
      day: second.day,
      recordKind: 'entry',
      record: second.id,
    }),
    finding('damaged', firstFile, { ...ofFirst, canReturn: true }),
  ])
})

test('a missing entry is one with versions and no file; one in the trash is not missing', async () => {
  const folder = await written()
  await rm(pathOf(folder))
  expect(await found(folder)).toEqual([finding('missing', `versions/${first.id}`, { ...ofFirst, canReturn: true })])
  const [version = ''] = await readdir(join(folder, 'versions', first.id))
  await writeFile(join(folder, 'versions', first.id, version), 'gone')
  expect((await found(folder)).map(({ kind, canReturn }) => [kind, canReturn])).toEqual([
    ['damaged', false],
    ['missing', false],
  ])
})

test('an entry that is on its way to another day is not missing', async () => {
  const folder = await written()
  let isOnItsWay = true
  const files = {
    ...nodeFiles,
    list: async (path: string) => {
      if (path.endsWith('versions')) isOnItsWay = false
      const names = await nodeFiles.list(path)
      // Listed when it was not yet in the one folder, and not any more in the other.
      return isOnItsWay ? names.filter(({ name }) => !name.includes(first.id)) : names
    },
  }
  expect(await found(folder, { files })).toEqual([])
})

test('newer, second, foreign and copied files', async () => {
  const folder = await written()
  const text = await readFile(pathOf(folder), 'utf8')
  await writeFile(pathOf(folder, second), text.replace('"schema": 1', '"schema": 7').replaceAll(first.id, second.id))
  await writeFile(
    join(folder, 'entries', '2026', `2026-03-01-${first.id}.json`),
    text.replace('"revision": 2', '"revision": 1'),
  )
  await writeFile(join(folder, 'entries', '2026', `${first.day}-${first.id} (copy).json`), text)
  await writeFile(join(folder, 'entries', '2026', `${first.day}-${first.id} (notes).json`), 'of somebody')
  await writeFile(join(folder, 'entries', 'list.txt'), 'of somebody')
  await writeFile(join(folder, 'settings-laptop.json'), await readFile(join(folder, 'settings.json')))
  await writeFile(join(folder, '.DS_Store'), '')
  await symlink('/etc', join(folder, 'trash', 'link'))
  await writeFile(
    join(folder, 'captures', '2026', '2026-03-02 (2).json'),
    '{"schema":1,"day":"2026-03-02","revision":1,"captures":[]}',
  )
  const told = (await found(folder)).map(({ kind, file }) => `${kind} ${file}`)
  expect(told.toSorted()).toEqual([
    'copy captures/2026/2026-03-02 (2).json',
    `copy ${firstFile.replace('.json', ' (copy).json')}`,
    'copy settings-laptop.json',
    `duplicate entries/2026/2026-03-01-${first.id}.json`,
    `foreign ${firstFile.replace('.json', ' (notes).json')}`,
    'foreign entries/list.txt',
    'foreign trash/link',
    `newer entries/2026/${second.day}-${second.id}.json`,
  ])
})

test('what was set aside: replaced or not, by what can be read now', async () => {
  const folder = await written()
  await writeFile(pathOf(folder), 'damage')
  await writeFile(pathOf(folder, second), 'damage')
  const journal = await openJournal({ folder, clock: setClock('2026-03-03T12:00:00Z'), knownBefore: true })
  await collected(journal.entries.all())
  await journal.close()
  const told = await found(folder)
  expect(told.map(({ kind, record, done }) => [kind, record, done]).toSorted()).toEqual([
    ['quarantined', first.id, 'replaced'],
    ['quarantined', second.id, 'aside'],
  ])
  expect(told.map((one) => [one.record, concernOf(one)]).toSorted()).toEqual([
    [first.id, 'note'],
    [second.id, 'trouble'],
  ])
})

test('a file or folder that can not be reached does not keep the others from being looked at', async () => {
  const folder = await written()
  const unreachable = (part: string) => ({
    files: wrappedFiles(nodeFiles, (name, path) => {
      if ((name === 'list' || name === 'read') && path.endsWith(part)) throw errno('EIO', path)
      return undefined
    }),
  })
  expect(await found(folder, unreachable(`${first.id}.json`))).toEqual([finding('unreachable', firstFile, ofFirst)])
  await rm(pathOf(folder, second))
  // Without the list of entries nobody can say that one is missing.
  expect((await found(folder, unreachable('entries'))).map(({ kind, file }) => [kind, file])).toEqual([
    ['unreachable', 'entries'],
    ['unreachable', 'versions'],
  ])
})

test('the look changes nothing on the disk', async () => {
  const folder = await written()
  await writeFile(pathOf(folder), 'damage')
  await rm(pathOf(folder, second))
  await writeFile(join(folder, 'entries', '2026', `2026-03-01-${second.id}.json`), 'damage')
  const before = await allBytes(folder)
  await found(folder)
  expect(await allBytes(folder)).toEqual(before)
})

test('without a journal there is nothing to check', async () => {
  await expect(found(await freshFolder())).rejects.toEqual(expect.objectContaining({ code: 'folder-missing' }))
})

test('what a person is done with stays on the disk and is told no more', async () => {
  const folder = await written()
  await writeFile(pathOf(folder, second), 'damage')
  const journal = await openJournal({ folder, clock: setClock('2026-03-03T12:00:00Z'), knownBefore: true })
  await collected(journal.entries.all())
  const file = (await found(folder))[0]?.file ?? ''
  expect(Buffer.from(await journal.quarantine.read(file)).toString()).toBe('damage')
  const strange = expect.objectContaining({ code: 'not-found' })
  await writeFile(join(folder, 'secret.json'), 'of somebody')
  for (const other of ['quarantine/../secret.json', 'secret.json', 'quarantine/none.json', 'quarantine/settled']) {
    await expect(journal.quarantine.read(other)).rejects.toEqual(strange)
    await expect(journal.quarantine.dismiss(other)).rejects.toEqual(strange)
  }
  await rm(join(folder, 'secret.json'))
  await journal.quarantine.dismiss(file)
  expect(await found(folder)).toEqual([])
  const settled = join(folder, 'quarantine', 'settled')
  expect(await readFile(join(settled, (await readdir(settled))[0] ?? ''), 'utf8')).toBe('damage')
  await expect(journal.quarantine.dismiss(file)).rejects.toEqual(strange)
  await journal.close()
})

test('a version that can not be read is set aside, one that can stays', async () => {
  const folder = await written()
  const journal = await openJournal({ folder, clock: setClock('2026-03-03T12:00:00Z'), knownBefore: true })
  const [version = ''] = (await journal.history.of(first.id)).versions.map((one) => one.id)
  await journal.history.setAside(first.id, version)
  expect(await found(folder)).toEqual([])
  await writeFile(join(folder, 'versions', first.id, `${version}.json`), 'damage')
  expect((await found(folder)).map(({ kind, record, version: of }) => [kind, record, of])).toEqual([
    ['damaged', first.id, version],
  ])
  await journal.history.setAside(first.id, version)
  expect((await found(folder)).map(({ kind, done }) => [kind, done])).toEqual([['quarantined', 'aside']])
  await expect(journal.history.setAside(first.id, version)).rejects.toMatchObject({ code: 'not-found' })
  await journal.close()
})

test('a page that is in the trash and not is told as double, and so is one under another page’s name', async () => {
  const folder = await written()
  const bytes = await readFile(pathOf(folder))
  const inTrash = `trash/${first.day}-${first.id}.20260302T101010500Z.json`
  const renamed = `entries/2026/2026-03-01-${sampleId(9)}.json`
  for (const file of [inTrash, renamed]) await writeFile(join(folder, file), bytes)
  expect((await found(folder)).map(({ kind, file, record }) => [kind, file, record])).toEqual([
    ['duplicate', renamed, first.id],
    ['duplicate', inTrash, first.id],
  ])
  const journal = await openJournal({ folder, clock: setClock('2026-03-03T12:00:00Z'), knownBefore: true })
  await journal.entries.trashed()
  expect((await found(folder)).map(({ file }) => file)).toEqual([renamed])
  await journal.close()
})
