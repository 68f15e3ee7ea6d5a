/** The texts of an export, made and written where no window waits. A text keeps its number until it is written. */
import { captureMarkdown } from '#shared/document/captureMarkdown'
import { entryMarkdown } from '#shared/document/entryMarkdown'
import type { CaptureDay } from '#shared/domain/capture/capture'
import type { Entry } from '#shared/domain/entry/entry'
import { type EntryRow, entryRow } from '#shared/domain/entry/entryRow'
import { messages } from '#shared/messages/messages'
import type { Files } from '../disk/files'
import type { EntrySource, Period } from '../services/ports/markdownRenderer'
import { decoded, maxDocumentBytes } from '../storage/format/fileFormat'
import { entryFormat } from '../storage/records/entryFormat'

export type Asked =
  | { readonly kind: 'file'; readonly from: EntrySource; readonly period: Period }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly period: Period }
  | { readonly kind: 'captures'; readonly day: CaptureDay }

/** `row` is null for captures, `text` for what does not go out. */
export interface Rendered {
  readonly row: EntryRow | null
  readonly text: string | null
}

/** Throws a `Failure` for a file that is no entry, and the file system's errors. */
export async function renderRecord(asked: Asked, files: Pick<Files, 'read'>): Promise<Rendered> {
  switch (asked.kind) {
    case 'file':
      return renderedEntry(decoded(entryFormat, await bytesOf(asked.from, files)), asked.period)
    case 'entry':
      return renderedEntry(asked.entry, asked.period)
    case 'captures':
      return { row: null, text: captureMarkdown(asked.day, messages.capturing.kinds) }
  }
}

async function bytesOf(from: EntrySource, files: Pick<Files, 'read'>): Promise<Uint8Array> {
  return typeof from === 'string' ? (await files.read(from, maxDocumentBytes)).bytes : from
}

function renderedEntry(entry: Entry, { from, to }: Period): Rendered {
  const isWithin = (from === null || entry.day >= from) && (to === null || entry.day <= to)
  return { row: entryRow(entry), text: isWithin ? entryMarkdown(entry) : null }
}
