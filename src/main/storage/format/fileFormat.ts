/** A kind of stored document, and the way between its bytes and its value. */
import type { z } from 'zod'
import { Failure } from '#shared/domain/failure'
import { jsonDepth, jsonText, maxDepth } from './jsonText'
import { type JsonObject, type Migration, migrated } from './migrations'
import { unknownWords, withoutWords } from './unknownWords'

export const maxDocumentBytes = 10 * 1024 * 1024

export interface FileFormat<T extends object> {
  readonly version: number
  /** Without transforms: what it accepts is kept as it was parsed, so that unknown fields survive wherever they are. */
  readonly schema: z.ZodType<T>
  readonly migrations: readonly Migration[]
  /** How deep a file may be nested to be read; absent for as deep as it may be written. */
  readonly maxDepth?: number
}

/** Throws `unreadable`, or `newer-schema` also for words that a newer version of the app has put into a list of this one. */
export function decoded<T extends object>(format: FileFormat<T>, bytes: Uint8Array): T {
  const document = presentForm(format, bytes)
  checked(format, document, 'unreadable')
  return document
}

/** What this version understands of a document that has such words: to be shown, never to be written. Null when it understands nothing of it. */
export function knownPart<T extends object>(format: FileFormat<T>, bytes: Uint8Array, defaults: T): T | null {
  const document = presentForm(format, bytes)
  const result = format.schema.safeParse(document)
  if (result.success) return result.data
  const words = unknownWords(document, result.error.issues)
  const known = words && format.schema.safeParse(withoutWords<object>(document, words, defaults))
  return known?.success ? known.data : null
}

function presentForm<T extends object>(format: FileFormat<T>, bytes: Uint8Array): JsonObject {
  const text = textOf(bytes)
  const { maxDepth: deepest = maxDepth } = format
  if (jsonDepth(text, deepest) > deepest) throw new Failure('unreadable', 'nested too deep')
  return migrated(parsed(text), format.version, format.migrations)
}

/** Throws `too-large` or, for what could not be read back, `bad-request`. */
export function encoded<T extends object>(format: FileFormat<T>, document: T): Uint8Array {
  checked(format, document, 'bad-request')
  const text = textFor(document)
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length > maxDocumentBytes) throw new Failure('too-large', `${bytes.length} bytes`)
  if (jsonDepth(text) > maxDepth) throw new Failure('too-large', 'nested too deep')
  return bytes
}

/** Made once: it takes as long as a short document to make. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch (error) {
    throw new Failure('unreadable', 'not UTF-8', { cause: error })
  }
}

function parsed(text: string): JsonObject {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The parser's message quotes the text: it stays out of the log.
    throw new Failure('unreadable', 'not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Failure('unreadable', 'not an object')
  }
  // An object that JSON.parse made has string keys and JSON values.
  return value as JsonObject
}

function checked<T extends object>(
  format: FileFormat<T>,
  document: unknown,
  code: 'unreadable' | 'bad-request',
): asserts document is T {
  const result = format.schema.safeParse(document)
  if (result.success) return
  const { issues } = result.error
  const where = issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.')} ${issue.code}`)
    .join(', ')
  if (code === 'unreadable' && unknownWords(document, issues)) throw new Failure('newer-schema', `new words: ${where}`)
  throw new Failure(code, `does not fit its schema: ${where}`)
}

function textFor(document: object): string {
  try {
    return jsonText(document)
  } catch (error) {
    throw new Failure('too-large', 'nested too deep', { cause: error })
  }
}
