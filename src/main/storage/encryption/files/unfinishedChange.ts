/**
 * `sealed/unfinished`: a lock is being turned on or off, by which device, and what of `sealed/` goes with that. Another device's half is not ours to clear:
 * it may be at work still, and a sync program would take what we remove away from it.
 */
import { z } from 'zod'
import { createDurably } from '../../../disk/createDurably'
import { errorCode } from '../../../disk/files'
import { saveDurably } from '../../../disk/saveDurably'
import type { JournalFolder } from '../../layout/journalFolder'
import { digest } from '../cipher/algorithms'
import { sealedName, unfinishedName } from './encryptedLayout'

const changeSchema = z.looseObject({
  /** Null for an app without a name. */
  device: z.string().nullable(),
  /** The id of the lock. */
  lock: z.string(),
  /** Turned on: the mark of the files that this change writes. */
  mark: z.string().nullable(),
  /** Turned off: hashes of the sealed files whose words are in the plain journal. */
  files: z.array(z.string()),
})
export type UnfinishedChange = z.infer<typeof changeSchema>

/** More than a journal of many years has files. */
const sizeLimit = 100_000_000

/** Throws EEXIST where another change is under way, unless it gives way: what that one has sealed stays, as a late file. */
export async function beginChange(home: JournalFolder, change: UnfinishedChange, givesWay = false): Promise<void> {
  const put = givesWay ? saveDurably : createDurably
  await home.inside([sealedName], async (folder) => {
    await put(home.disk, `${folder}/${unfinishedName}`, Buffer.from(`${JSON.stringify(change)}\n`))
  })
}

/** Null where there is none. An app of before wrote a word that says nothing of all this: `unknown`. */
export async function unfinishedChange(home: JournalFolder): Promise<UnfinishedChange | 'unknown' | null> {
  try {
    const { bytes } = await home.disk.files.read(home.path(sealedName, unfinishedName), sizeLimit)
    const parsed = changeSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return parsed.success ? parsed.data : 'unknown'
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    if (error instanceof SyntaxError) return 'unknown'
    throw error
  }
}

/** As `files` has them. */
export function hashOfSealed(bytes: Uint8Array): string {
  return digest(bytes).toString('hex').slice(0, 32)
}
