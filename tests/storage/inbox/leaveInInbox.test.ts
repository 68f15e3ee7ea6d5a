/** What is left in an inbox is there with its words, whatever lay under its name and whatever became of the lock meanwhile. */
import { expect, test } from 'vitest'
import { leaveCapture } from '../../../src/main/storage/dayLogs/leaveCapture'
import { readKeyFile } from '../../../src/main/storage/encryption/cipher/keyFile'
import { knownLockOf } from '../../../src/main/storage/encryption/keys/knownLock'
import { madeCapture } from '../../services/made'
import { emptyWithLock, type MadeKey } from '../lockRuns'
import { madeKey } from '../sealed'
import { wrappedFiles } from '../wrappedFiles'

const knownOf = ({ bytes }: MadeKey) => knownLockOf({ file: readKeyFile(bytes), bytes })
const path = `/journal/sealed/captures/inbox/${madeCapture(1).id}.json`
const place = { subject: 'any', takesLeft: true }

test('a name without words, as a crash leaves it on a disk without links, gets them', async () => {
  const key = await madeKey()
  const disk = await emptyWithLock(key)
  disk.put(path, Buffer.of())
  await leaveCapture({ folder: '/journal', files: disk, known: () => knownOf(key) }, madeCapture(1, { text: 'Words' }))
  expect(key.vault.open((await disk.read(path, 10_000)).bytes, place).toString()).toContain('Words')
})

test('when another lock takes the first one’s place meanwhile, that one’s key opens it', async () => {
  const [first, second] = [await madeKey(), await madeKey()]
  const disk = await emptyWithLock(first)
  let now = first
  const files = wrappedFiles(disk, (name, at) => {
    if (name !== 'link' || !at.includes('inbox')) return undefined
    now = second
    for (const lock of ['lock.json', 'sealed/lock.json']) disk.put(`/journal/${lock}`, second.bytes)
    return undefined
  })
  await leaveCapture({ folder: '/journal', files, known: () => knownOf(now) }, madeCapture(1, { text: 'Words' }))
  expect(second.vault.open((await disk.read(path, 10_000)).bytes, place).toString()).toContain('Words')
})
