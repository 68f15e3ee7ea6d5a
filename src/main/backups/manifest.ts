/** `manifest.json` in an archive: what it is a backup of, and each of its files with size and hash. */
import { z } from 'zod'
import { backupReasonSchema } from '#shared/domain/backup/backup'
import { instantSchema } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import { jsonText } from '../storage/format/jsonText'
import { unknownWords } from '../storage/format/unknownWords'
import { isSafePath } from './archivePath'

export const manifestFormat = 1

/** Hexadecimal SHA-256. */
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

const backedUpFileSchema = z.object({
  path: z.string().refine(isSafePath),
  size: z.int().min(0),
  sha256: hashSchema,
})
export type BackedUpFile = z.infer<typeof backedUpFileSchema>

const manifestSchema = z.object({
  format: z.literal(manifestFormat),
  /** The journal's id. */
  journal: z.uuid(),
  /** One more with each backup of this journal: the order that a jumping clock can't change. */
  generation: z.int().min(1),
  at: instantSchema,
  reason: backupReasonSchema,
  /** Of the app that made it. */
  version: z.string(),
  /** Whether the journal had a lock: then its files can only be read with the passphrase. */
  isLocked: z.boolean(),
  counts: z.object({ files: z.int().min(0), bytes: z.int().min(0) }),
  files: z.array(backedUpFileSchema),
  /** Files that could not be read then, or whose names not every system can have. */
  leftOut: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifestSchema>

export function manifestBytes(manifest: Manifest): Buffer {
  return Buffer.from(jsonText(manifest))
}

/** Throws `newer-schema` or `bad-backup`. */
export function manifestFrom(bytes: Uint8Array): Manifest {
  const value = parsed(bytes)
  const { success: isOfSomeFormat, data } = z.looseObject({ format: z.int() }).safeParse(value)
  if (isOfSomeFormat && data.format > manifestFormat) throw new Failure('newer-schema', `backup format ${data.format}`)
  const manifest = manifestSchema.safeParse(value)
  if (manifest.success) return manifest.data
  if (unknownWords(value, manifest.error.issues)) throw new Failure('newer-schema', 'a reason that is new')
  throw new Failure('bad-backup', 'the manifest does not fit its schema')
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Failure('bad-backup', 'the manifest is not JSON')
  }
}
