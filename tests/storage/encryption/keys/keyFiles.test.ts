/** Which key files a passphrase is tried on, and in which order: planted ones can't take hours. */
import { expect, test } from 'vitest'
import { type KeyFile, keyFileBytes, readKeyFile } from '../../../../src/main/storage/encryption/cipher/keyFile'
import { usualCost } from '../../../../src/main/storage/encryption/cipher/keySlots'
import { keyFilesIn } from '../../../../src/main/storage/encryption/keys/keyFiles'
import { homeOn } from '../../lockRuns'
import { madeKey, quickCost } from '../../sealed'
import { SimulatedDisk } from '../../simulatedDisk'

const made = await madeKey()

function keyFile(change: (file: KeyFile) => Partial<KeyFile>): Uint8Array {
  const file = readKeyFile(made.bytes)
  return made.vault.withKey((key) => keyFileBytes({ ...file, ...change(file) }, key))
}

/** Another content; `tries` passphrases of so much work. */
function other(id: string, cost = usualCost, tries = 1): Uint8Array {
  return keyFile(({ slots: [passphrase, recovery] }) => {
    if (passphrase?.kind !== 'passphrase' || recovery === undefined) throw new Error('no passphrase')
    return { id, slots: [...Array.from({ length: tries }, () => ({ ...passphrase, cost })), recovery] }
  })
}

const id = (at: number) => `0195000${at}-0000-4000-8000-000000000000`

async function found(files: Readonly<Record<string, Uint8Array>>): Promise<string[]> {
  const disk = new SimulatedDisk()
  for (const [path, bytes] of Object.entries(files)) disk.put(`/journal/${path}`, bytes)
  return (await keyFilesIn(homeOn(disk))).map(
    ({ names, isRetired }) => `${names.join('/')}${isRetired ? ' retired' : ''}`,
  )
}

test('the one that counts comes first, then its copy, other names and retired ones; each content once', async () => {
  const retired = other(id(3))
  expect(
    await found({
      [`keys/${id(3)}-0123456700000001.json`]: retired,
      'sealed/lock (1).json': other(id(2)),
      'lock.sync-conflict-20260302.json': other(id(1)),
      'lock (2).json': made.bytes,
      'lock (9).json': retired,
      'sealed/lock.json': made.bytes,
      'lock.json': made.bytes,
      'lock (3).json': Buffer.from('{}'),
      'locks/lock.json': other(id(5)),
    }),
  ).toEqual(['lock.json', 'lock (9).json retired', 'lock.sync-conflict-20260302.json', 'sealed/lock (1).json'])
})

test('no more than eight, and no more work than eight passphrases take', async () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`lock ${at}.json`, other(id(at), quickCost)]))
  expect(await found({ 'lock.json': made.bytes, ...many })).toHaveLength(8)
  const dear = { ...usualCost, n: usualCost.n * 2, p: 4 }
  expect(
    await found({ 'lock.json': made.bytes, 'lock 1.json': other(id(1), dear), 'lock 2.json': other(id(2)) }),
  ).toEqual(['lock.json', 'lock 2.json'])
  expect(await found({ 'lock.json': made.bytes, 'lock 1.json': other(id(1), usualCost, 9) })).toEqual(['lock.json'])
})
