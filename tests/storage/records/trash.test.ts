/** What is erased for good is what the person saw in the list, and nothing that came into the trash since. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { freshFolder } from '../freshFolder'
import { sampleEntry } from '../sample'
import { setClock } from '../sampleClock'

test('what another device put into the trash since the list was read is not erased in its place, nor given up', async () => {
  const [folder, entry] = [await freshFolder(), sampleEntry({ title: 'first' })]
  const journal = await openJournal({ folder, clock: setClock(), device: 'aa', knownBefore: false })
  await journal.entries.save(entry, 0)
  await journal.entries.trash(entry.id)
  const [listed] = await journal.entries.trashed()
  const trash = join(folder, 'trash')
  const [name = ''] = await readdir(trash)
  // Restored there, written on and thrown away again.
  const other = {
    ...JSON.parse(await readFile(join(trash, name), 'utf8')),
    title: 'written on B',
    saves: { aa: 1, bb: 1 },
  }
  await rm(join(trash, name))
  await writeFile(join(trash, name.replace(/\.\d{8}T\d{9}Z/, '.20260303T101010000Z')), JSON.stringify(other))
  await expect(journal.entries.erase(entry.id, listed?.trashedAt)).rejects.toMatchObject({ code: 'not-found' })
  expect((await journal.entries.trashed()).map(({ record }) => record.title)).toEqual(['written on B'])
  expect(await readdir(trash)).toHaveLength(1)
  const [now] = await journal.entries.trashed()
  await journal.entries.erase(entry.id, now?.trashedAt)
  expect(await journal.entries.trashed()).toEqual([])
  await journal.close()
})
