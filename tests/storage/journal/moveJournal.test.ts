/** A journal goes to another folder whole, or not at all. */
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { areEntangled, areTheSame, copyJournal, lookIntoFolder } from '../../../src/main/storage/journal/moveJournal'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { freshFolder } from '../freshFolder'
import { collected, nextOf, sampleEntry } from '../sample'
import { setClock } from '../sampleClock'
import { errno } from '../simulatedDisk'
import { wrappedFiles } from '../wrappedFiles'

async function contents(folder: string): Promise<Record<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const read = files
    .filter((file) => file.isFile())
    .map(async (file) => {
      const path = join(file.parentPath, file.name)
      return [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const
    })
  return Object.fromEntries(await Promise.all(read))
}

/** A journal with an entry, a version of it and something in the trash; and the folder it is to go to. */
async function journalAndTarget() {
  const from = await freshFolder()
  const { entries, close } = await openJournal({ folder: from, clock: setClock(), knownBefore: false })
  const entry = sampleEntry()
  await entries.save(entry, 0)
  await close()
  const again = await openJournal({ folder: from, clock: setClock('2026-03-03T08:00:00Z'), knownBefore: true })
  await again.entries.save(nextOf(entry, 'Another sitting'), 1)
  await again.close()
  return { from, to: join(dirname(from), 'elsewhere'), entry }
}

test('an empty folder gets a copy that opens as the same journal', async () => {
  const { from, to, entry } = await journalAndTarget()
  await mkdir(to)
  await writeFile(join(to, '.DS_Store'), '')
  await symlink('/etc/hostname', join(from, 'entries', 'link.json'))
  await copyJournal(from, to)
  const copied = await contents(to)
  delete copied['.DS_Store']
  expect(copied).toEqual(await contents(from))
  const { entries, close } = await openJournal({ folder: to, clock: setClock(), knownBefore: true })
  expect((await collected(entries.all())).map(({ id }) => id)).toEqual([entry.id])
  await close()
})

test('a folder is looked into without a change', async () => {
  const { from, to } = await journalAndTarget()
  expect(await lookIntoFolder(to)).toEqual({ kind: 'empty' })
  await mkdir(to)
  await writeFile(join(to, 'Thumbs.db'), '')
  expect(await lookIntoFolder(to)).toEqual({ kind: 'empty' })
  await copyJournal(from, to)
  const found = await lookIntoFolder(from)
  expect(found).toMatchObject({ kind: 'journal', id: expect.any(String) })
  expect(await lookIntoFolder(to)).toEqual(found)
  await expect(copyJournal(from, to)).rejects.toMatchObject({ code: 'not-empty' })
  await writeFile(join(to, 'journal.json'), 'damaged')
  expect(await lookIntoFolder(to)).toEqual({ kind: 'journal', id: null })
})

test('folders inside one another are told from those that stand apart', async () => {
  const { from, to } = await journalAndTarget()
  expect(await areEntangled(from, join(from, 'entries', 'new'))).toBe(true)
  expect(await areEntangled(from, dirname(from))).toBe(true)
  expect(await areEntangled(from, to)).toBe(false)
  expect(await areEntangled(from, `${from} 2`)).toBe(false)
  await symlink(from, to)
  expect(await areTheSame(from, to)).toBe(true)
  expect(await areEntangled(from, join(to, 'entries'))).toBe(true)
})

test('a folder with other things is refused and left alone', async () => {
  const { from, to } = await journalAndTarget()
  await mkdir(to)
  await writeFile(join(to, 'holiday.txt'), 'mine')
  await expect(copyJournal(from, to)).rejects.toMatchObject({ code: 'not-empty' })
  expect(await contents(to)).toEqual({ 'holiday.txt': 'mine' })
})

test.each(['ENOSPC', 'EIO', 'EACCES'])('%s at any call leaves no journal and no leftovers behind', async (error) => {
  for (let failing = 0; ; failing++) {
    const { from, to } = await journalAndTarget()
    const before = await contents(from)
    let calls = 0
    const files = wrappedFiles(nodeFiles, (name) => {
      const writes =
        name === 'create' || name === 'write' || name === 'link' || name === 'sync' || name === 'makeFolder'
      if (writes && calls++ === failing) throw errno(error)
      return undefined
    })
    const outcome = await copyJournal(from, to, { files, wait: () => Promise.resolve() }).then(
      () => 'moved',
      () => 'failed',
    )
    expect(await contents(from)).toEqual(before)
    if (outcome === 'moved') {
      expect(calls).toBeLessThanOrEqual(failing)
      break
    }
    expect(await readdir(to).catch(() => [])).toEqual([])
  }
})
