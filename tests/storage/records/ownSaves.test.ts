/** The names under which a device counts its saves, after a save that failed: one more, and no further one with each save. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { entryKind } from '../../../src/main/storage/kinds/entryKind'
import { nameForSave } from '../../../src/main/storage/records/ownSaves'
import { recordPlace } from '../../../src/main/storage/records/recordFiles'
import { madeCapture } from '../../services/made'
import { freshFolder } from '../freshFolder'
import { nextOf, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { wrappedFiles } from '../wrappedFiles'

const day = '2026-03-02'

test('after a save that failed a page and a day get one further name', async () => {
  let isFull = false
  const files = wrappedFiles(nodeFiles, (name) => {
    if (isFull && name === 'write') throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    return undefined
  })
  const folder = await freshFolder()
  const journal = await openJournal({ folder, files, clock: setClock(), device: 'aa', knownBefore: false })
  const capture = (at: number) => journal.captures.add({ ...madeCapture(0), id: sampleId(100 + at), day })
  let entry = sampleEntry()
  await journal.entries.save(entry, 0)
  await capture(0)
  isFull = true
  await expect(journal.entries.save(nextOf(entry, 'refused'), entry.revision)).rejects.toThrow()
  await expect(capture(1)).rejects.toThrow()
  isFull = false
  for (let at = 2; at < 6; at++) {
    const next = nextOf(entry, `text ${at}`)
    await journal.entries.save(next, entry.revision)
    entry = next
    await capture(at)
  }
  await journal.close()
  for (const place of [recordPlace(entryKind, entry.day, entry.id), ['captures', '2026', `${day}.json`]]) {
    const { saves } = JSON.parse(await readFile(join(folder, ...place), 'utf8'))
    expect(Object.values(saves), place[0]).toEqual([1, 4])
  }
})

test('a name is counted on where nothing of it is missing', () => {
  expect(nameForSave('aa', { aa: 2 }, { aa: 2, bb: 1 })).toBe('aa')
  expect(nameForSave('aa', { aa: 2, 'aa.1': 3 }, { aa: 1, 'aa.1': 3 })).toBe('aa.1')
  expect(nameForSave('aa', { aa: 2, 'aa.1': 3 }, { aa: 1, 'aa.1': 2, bb: 1 })).toMatch(/^aa\.[0-9a-f]{8}$/)
})
