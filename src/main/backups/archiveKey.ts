/** The key to what is sealed in an archive: the one that the open journal has, or the one that a passphrase of that time opens. */
import { Failure } from '#shared/domain/failure'
import { type KeyFile, readKeyFile } from '../storage/encryption/cipher/keyFile'
import { openVault, type Secret } from '../storage/encryption/cipher/keySlots'
import { type SealedPlace, sealedPlace } from '../storage/encryption/cipher/sealedPlace'
import { Vault, type VaultKey } from '../storage/encryption/cipher/vault'
import { keyFileName, sealedName, unfinishedName } from '../storage/encryption/files/encryptedLayout'
import type { Kind } from '../storage/kinds/recordKind'
import type { Archive } from './openArchive'

export interface ArchiveSecrets {
  /** Of the open journal; null where it has no lock. */
  readonly key: VaultKey | null
  /** Null when the person was not asked for it. */
  readonly passphrase: string | null
}

export const noSecrets: ArchiveSecrets = { key: null, passphrase: null }

const keyPaths = [keyFileName, `${sealedName}/${keyFileName}`]
const unfinishedPath = `${sealedName}/${unfinishedName}`

/** Whether files with these paths are a journal with a lock: then what counts lies in `sealed/`. */
export function areLocked(paths: ReadonlySet<string>): boolean {
  return paths.has(keyFileName) || (paths.has(`${sealedName}/${keyFileName}`) && !paths.has(unfinishedPath))
}

export function isSealedPath(path: string): boolean {
  return path.startsWith(`${sealedName}/`)
}

/** For what a file with this path has to be sealed. */
export function sealedPlaceOf(kinds: readonly Kind[], path: string): SealedPlace {
  return sealedPlace(kinds, path.split('/').slice(1))
}

/** Of those that can lie there twice, the files that count. */
export function countingFiles<F extends { readonly path: string }>(files: readonly F[], isLocked: boolean): F[] {
  return files.filter(({ path }) => isSealedPath(path) === isLocked)
}

/** Of an archive with a lock; null when neither secret is for it. Throws `wrong-passphrase`, and `key-damaged` where there is nothing to try it on. */
export async function archiveVault(archive: Archive, { key, passphrase }: ArchiveSecrets): Promise<Vault | null> {
  const files = await keyFilesIn(archive)
  const own = key === null ? null : await ownVault(files, new Vault(key))
  if (own !== null || passphrase === null) return own
  if (files.length === 0) throw new Failure('key-damaged', 'no whole key file in the archive')
  return await firstOf(files, { kind: 'passphrase', passphrase })
}

async function keyFilesIn(archive: Archive): Promise<KeyFile[]> {
  const found: KeyFile[] = []
  for (const path of keyPaths) {
    const file = archive.manifest.files.find((one) => one.path === path)
    if (file === undefined) continue
    const bytes = await archive.read(file)
    try {
      const key = readKeyFile(bytes)
      // Each costs a passphrase its work.
      if (found.every(({ sum }) => sum !== key.sum)) found.push(key)
    } catch {
      // Its copy may be whole.
    }
  }
  return found
}

async function ownVault(files: readonly KeyFile[], present: Vault): Promise<Vault | null> {
  const key = present.withKey((own) => Buffer.from(own))
  try {
    return await firstOf(files, { kind: 'key', key }).catch(() => null)
  } finally {
    key.fill(0)
  }
}

async function firstOf(files: readonly KeyFile[], secret: Secret): Promise<Vault> {
  let failure: unknown
  for (const file of files) {
    try {
      return await openVault(file, secret)
    } catch (error) {
      failure ??= error
    }
  }
  throw failure
}
