/** What a backup holds, that it is checked before it has its name, and what it leaves alone. */
import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { backupsIn } from '../../src/main/backups/backupFolder'
import { checkArchive } from '../../src/main/backups/checkArchive'
import { makeBackup, makeBackupFile } from '../../src/main/backups/makeBackup'
import { openArchive } from '../../src/main/backups/openArchive'
import { rawDisk } from '../../src/main/disk/rawFiles'
import { freshFolder } from '../storage/freshFolder'
import { errno, type SimulatedDisk } from '../storage/simulatedDisk'
import { wrappedRawFiles } from '../storage/wrappedFiles'
import { diskWithJournal, folder, journalId, on, order, sampleFiles } from './diskWithJournal'

async function textsOf(disk: SimulatedDisk, path: string): Promise<Record<string, string>> {
  const archive = await openArchive(on(disk), path)
  const texts: Record<string, string> = {}
  for (const file of archive.manifest.files) texts[file.path] = Buffer.from(await archive.read(file)).toString()
  await archive.close()
  return texts
}

test('a backup holds every file byte for byte, without locks and unfinished files', async () => {
  const disk = await diskWithJournal()
  const made = await makeBackup(on(disk), order, folder)
  expect(made).toMatchObject({ files: 8, leftOut: [], backup: { generation: 1, journal: '456789ab' } })
  expect(made.backup.name).toBe('throughline-20260302T180000000Z-456789ab-1.zip')
  expect(await textsOf(disk, join(folder, made.backup.name))).toEqual(sampleFiles)
  expect(await disk.list(folder)).toHaveLength(1)
})

test('other programs read it too', async () => {
  const journal = await freshFolder()
  await mkdir(join(journal, 'entries', '2026'), { recursive: true })
  await writeFile(join(journal, 'journal.json'), sampleFiles['journal.json'] ?? '')
  await writeFile(join(journal, 'entries', '2026', 'ä – 日本.json'), 'words')
  const file = join(dirname(journal), 'backup.zip')
  await makeBackupFile(rawDisk(), { ...order, journal }, file)
  const script =
    "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(z.read('journal/entries/2026/ä – 日本.json').decode())"
  expect(execFileSync('python3', ['-X', 'utf8', '-c', script, file]).toString().trim()).toBe('words')
  await expect(makeBackupFile(rawDisk(), { ...order, journal }, file)).rejects.toMatchObject({ code: 'already-there' })
  expect((await readFile(file)).length).toBeGreaterThan(100)
})

test('the next one counts on, and other journals’ backups and other files are left alone', async () => {
  const disk = await diskWithJournal()
  await makeBackup(on(disk), order, folder)
  const other = 'throughline-20200101T000000000Z-00000000-7.zip'
  disk.put(join(folder, other), Buffer.from('another journal’s'))
  disk.put(join(folder, 'holiday.zip'), Buffer.from('mine'))
  // Clocks jump; the number tells the order.
  for (let count = 0; count < 14; count++) await makeBackup(on(disk), { ...order, now: '2026-03-01T18:00:00Z' }, folder)
  const found = await backupsIn(on(disk), folder)
  const own = found.filter(({ journal }) => journal === '456789ab')
  // The second stays too: it alone tells that the clock was set back after the first.
  expect(own.map(({ generation }) => generation)).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 2, 1])
  expect(found.map(({ name }) => name)).toContain(other)
  expect((await disk.list(folder)).map(({ name }) => name)).toContain('holiday.zip')
})

test('what vanished or can’t be read is left out and told, and so is a name that other systems refuse', async () => {
  const disk = await diskWithJournal({ ...sampleFiles, 'entries/2026/con:1.json': 'x' })
  const files = wrappedRawFiles(disk, (name, path) => {
    if (name === 'read' && path.endsWith('settings.json')) throw errno('ENOENT')
    if (name === 'read' && path.endsWith('damaged.json')) throw errno('EIO')
    return undefined
  })
  const { leftOut, files: count } = await makeBackup(on(files), order, folder)
  expect(leftOut).toEqual(['entries/2026/con:1.json', 'quarantine/damaged.json', 'settings.json'])
  expect(count).toBe(6)
})

test.each([
  ['on', 'sealed/lock.json'],
  ['off', 'lock.json'],
])('a lock that is turned %s while the files are read leaves no half of two sets', async (_, first) => {
  const disk = await diskWithJournal({ ...sampleFiles, [first]: '{}' })
  let changes = () => {}
  const files = wrappedRawFiles(disk, (name, path) => {
    if (name === 'read' && path.endsWith('settings.json')) changes()
    return undefined
  })
  changes = () => {
    changes = () => {}
    if (first === 'lock.json') void disk.remove('/home/journal/lock.json')
    else disk.put('/home/journal/lock.json', Buffer.from('{}'))
  }
  await expect(makeBackup(on(files), order, folder)).rejects.toMatchObject({ code: 'lock-changed' })
  expect(await disk.list(folder)).toEqual([])
  expect((await makeBackup(on(files), order, folder)).leftOut).toEqual([])
})

test('with too little room nothing is written', async () => {
  const disk = await diskWithJournal()
  disk.free = 32_000_000
  await expect(makeBackup(on(disk), order, folder)).rejects.toMatchObject({ code: 'no-room' })
  expect(await disk.list(folder)).toEqual([])
  disk.free += 10_000
  await makeBackup(on(disk), order, folder)
})

test('a disk that keeps other bytes than it was given is found out before there is a backup', async () => {
  const disk = await diskWithJournal()
  const files = wrappedRawFiles(disk, () => undefined)
  const lying = (flipped: number) => ({
    ...files,
    create: async (path: string) => {
      const file = await files.create(path)
      let at = 0
      return {
        ...file,
        write: async (bytes: Uint8Array) => {
          const kept = Uint8Array.from(bytes)
          if (at <= flipped && at + kept.length > flipped) kept[flipped - at] = (kept[flipped - at] ?? 0) ^ 1
          at += kept.length
          await file.write(kept)
        },
      }
    },
  })
  for (let flipped = 0; flipped < 2_500; flipped += 83) {
    await expect(makeBackup(on(lying(flipped)), order, folder)).rejects.toMatchObject({ code: 'disk-error' })
    expect(await disk.list(folder)).toEqual([])
  }
})

test('a folder without a journal makes no backup', async () => {
  const disk = await diskWithJournal()
  await disk.remove('/home/journal/journal.json')
  await expect(makeBackup(on(disk), order, folder)).rejects.toMatchObject({ code: 'folder-missing' })
})

test('a journal of hundreds of files, some of them large', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [`entries/2024/${at}.json`, `${at} `.repeat(at * at)]),
  )
  const disk = await diskWithJournal({ ...sampleFiles, ...many })
  const { backup, files } = await makeBackup(on(disk), order, folder)
  const manifest = await checkArchive(on(disk), join(folder, backup.name), null)
  expect(manifest).toMatchObject({ journal: journalId, reason: 'asked', isLocked: false, counts: { files } })
  expect(files).toBe(308)
})
