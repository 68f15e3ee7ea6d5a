/**
 * `lock.json`: the journal's key, wrapped once for each way to it, and the public key of its inbox. Its sum shows damage before a passphrase is tried;
 * its proof, made with the key, shows that no one without the key put another inbox or another way there.
 */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Instant, instantSchema } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import { decoded, encoded, type FileFormat } from '../../format/fileFormat'
import { derived, digest, isProof, proofOf } from './algorithms'

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)

/** Bounded, so that a changed file can't take all memory or hours. */
const costSchema = z.strictObject({
  n: z.int().refine((n) => n >= 2 ** 14 && n <= 2 ** 18 && Number.isInteger(Math.log2(n))),
  r: z.int().min(8).max(16),
  p: z.int().min(1).max(4),
})

const slotSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), cost: costSchema, salt: base64, wrapped: base64 }),
  z.strictObject({ kind: z.literal('recovery'), salt: base64, wrapped: base64 }),
])
export type Slot = z.infer<typeof slotSchema>
export type SlotKind = Slot['kind']

const keyFileSchema = z.strictObject({
  /** 2: every sealed file says what it is of. An older app leaves such a journal alone. */
  schema: z.union([z.literal(1), z.literal(2)]),
  id: z.uuid(),
  generation: z.int().min(1).max(0xffffffff),
  /** Of this file: later with each passphrase or code that is changed. */
  created: instantSchema,
  slots: z.array(slotSchema).min(1).max(10),
  inbox: z.strictObject({ publicKey: base64, wrapped: base64 }),
  proof: z.string(),
  sum: z.string(),
})
export type KeyFile = z.infer<typeof keyFileSchema>
export type KeyFileBody = Omit<KeyFile, 'proof' | 'sum'>

const format: FileFormat<KeyFile> = { version: 2, schema: keyFileSchema, migrations: [] }
const oldFormat: FileFormat<KeyFile> = { ...format, version: 1 }

export function keyFileBytes(body: KeyFileBody, key: Uint8Array): Uint8Array {
  const proof = proofOf(proofKey(key, body), bodyBytes(body)).toString('base64')
  const unsummed = { ...inOrder(body), proof, sum: '' }
  return encoded(format, { ...unsummed, sum: sumOf(unsummed) })
}

/** The bytes are not those of a key file, or not all of them yet. */
export class UnreadableKeyFile extends Failure {
  constructor(message: string) {
    super('key-damaged', message)
  }
}

/** Throws `key-damaged` for anything but the very bytes that were written, `newer-schema`. */
export function readKeyFile(bytes: Uint8Array): KeyFile {
  try {
    const file = decodedAsItIs(bytes)
    if (file.sum === sumOf(file) && Buffer.compare(encoded(format, file), bytes) === 0) return file
  } catch (error) {
    if (error instanceof Failure && error.code === 'newer-schema') throw error
  }
  throw new UnreadableKeyFile('the key file is not as it was written')
}

/** It is never migrated in memory: its proof and its sum are those of its bytes. */
function decodedAsItIs(bytes: Uint8Array): KeyFile {
  try {
    return decoded(oldFormat, bytes)
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'newer-schema') throw error
    return decoded(format, bytes)
  }
}

/** The key file that says that all files are migrated. The same bytes on every device that makes it of this one. */
export function migratedKeyFile(file: KeyFile, key: Uint8Array): Uint8Array {
  return keyFileBytes({ ...file, schema: 2 }, key)
}

/** Throws `key-damaged` when the file was changed without the key. */
export function checkProof(file: KeyFile, key: Uint8Array): void {
  if (!isProved(file, key)) throw new Failure('key-damaged', 'the key file was changed without its key')
}

/** The same of a file that is only asked. */
export function isProved(file: KeyFile, key: Uint8Array): boolean {
  return isProof(proofKey(key, file), Buffer.from(file.proof, 'base64'), bodyBytes(file))
}

/** When the next one is made: later than the one that it replaces, whatever the clock says. */
export function createdAfter({ created }: Pick<KeyFile, 'created'>, now: Instant): Instant {
  const least = Temporal.Instant.from(created).add({ milliseconds: 1 })
  return Temporal.Instant.compare(now, least) > 0 ? now : least.toString()
}

/** Whether it replaces another one of the same lock. Of two that were changed apart at one moment neither does. */
export function isNewer(file: KeyFile, than: KeyFile): boolean {
  const order = Temporal.Instant.compare(file.created, than.created)
  return order > 0 || (order === 0 && file.schema > than.schema)
}

function inOrder({ schema, id, generation, created, slots, inbox }: KeyFileBody): KeyFileBody {
  return { schema, id, generation, created, slots, inbox }
}

function bodyBytes(body: KeyFileBody): Uint8Array {
  return encoded(format, { ...inOrder(body), proof: '', sum: '' })
}

function sumOf(file: KeyFile): string {
  return digest(encoded(format, { ...inOrder(file), proof: file.proof, sum: '' })).toString('base64')
}

function proofKey(key: Uint8Array, { id }: KeyFileBody): Buffer {
  return derived(key, Buffer.from(id), 'key file')
}
