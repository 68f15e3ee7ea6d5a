/** A journal whose lock was turned on by the app of before sealed files said what they are of: its bytes are that app's. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { derived, encrypt, random } from '../../src/main/storage/encryption/cipher/algorithms'
import { readKeyFile } from '../../src/main/storage/encryption/cipher/keyFile'
import { openVault } from '../../src/main/storage/encryption/cipher/keySlots'
import type { Vault } from '../../src/main/storage/encryption/cipher/vault'
import old from './fixtures/sealedJournal.v1.json' with { type: 'json' }
import { steps, storedAfter } from './scenarios'
import { SimulatedDisk } from './simulatedDisk'

const files = Object.entries(old.files).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes, 'base64') }))

/** What is in it, beside the captures of `lockRuns`. */
export const oldStored = storedAfter(steps.slice(0, 7))

/** Its key file, and the vault that this opens to. */
export async function oldKey() {
  const recovery = Buffer.from(old.recovery, 'hex')
  const bytes = files.find(({ name }) => name === 'lock.json')?.bytes ?? Buffer.alloc(0)
  return { bytes, recovery, vault: await openVault(readKeyFile(bytes), { kind: 'recovery', secret: recovery }) }
}

export function oldJournal(): SimulatedDisk {
  const disk = new SimulatedDisk()
  for (const { name, bytes } of files) disk.put(`/journal/${name}`, bytes)
  return disk.copy()
}

export function writeOldJournal(folder: string): void {
  for (const { name, bytes } of files) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
}

/** As that app sealed a text. */
export function sealedBefore(vault: Vault, text: Uint8Array): Buffer {
  const header = Buffer.from(vault.seal(text, 'any').subarray(0, 46))
  header.writeUInt8(1, 8)
  header.set(random(28), 18)
  return vault.withKey((key) => {
    const subkey = derived(key, header.subarray(18, 34), 'file')
    return Buffer.concat([header, encrypt(subkey, header.subarray(34), text, header)])
  })
}
