/** The texts of an export, made and written on threads of their own. A text keeps its number until it is written. */
import { Failure } from '#shared/domain/failure'
import type { RecordRow, StoredLog, StoredRecord } from '#shared/domain/record'
import type { Files } from '../disk/files'
import type { Period, RecordSource } from '../services/ports/markdownRenderer'
import { decoded, maxDocumentBytes } from '../storage/format/fileFormat'
import { kinds as allKinds } from '../storage/kinds/kinds'
import { isDayLogKind, isRecordKind, type Kind, type RecordKind } from '../storage/kinds/recordKind'

/** `of` is the name of a kind. */
export type Asked =
  | { readonly kind: 'file'; readonly of: string; readonly from: RecordSource; readonly period: Period }
  | { readonly kind: 'record'; readonly of: string; readonly record: StoredRecord; readonly period: Period }
  | { readonly kind: 'log'; readonly of: string; readonly log: StoredLog }

/** `row` is null for a day's log, `text` for what does not go out. */
export interface Rendered {
  readonly row: RecordRow | null
  readonly text: string | null
}

/** Throws a `Failure` for a file that is no such record, and the file system's errors. */
export async function renderRecord(
  asked: Asked,
  files: Pick<Files, 'read'>,
  kinds: readonly Kind[] = allKinds,
): Promise<Rendered> {
  const kind = kinds.find(({ name }) => name === asked.of)
  if (asked.kind === 'log' && kind && isDayLogKind(kind)) return { row: null, text: await kind.markdown(asked.log) }
  if (asked.kind === 'log' || !kind || !isRecordKind(kind)) throw new Failure('unexpected', 'no such kind of record')
  const record = asked.kind === 'record' ? asked.record : decoded(kind.format, await bytesOf(asked.from, files))
  return await rendered(kind, record, asked.period)
}

async function bytesOf(from: RecordSource, files: Pick<Files, 'read'>): Promise<Uint8Array> {
  return typeof from === 'string' ? (await files.read(from, maxDocumentBytes)).bytes : from
}

async function rendered(kind: RecordKind, record: StoredRecord, { from, to }: Period): Promise<Rendered> {
  const day = kind.dayOf(record)
  const isWithin = (from === null || day >= from) && (to === null || day <= to)
  return { row: kind.describe(record).row, text: isWithin ? await kind.markdown(record) : null }
}
