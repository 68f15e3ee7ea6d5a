/** What a thread answers: the text of an exported file. */
import { captureMarkdown } from '#shared/document/captureMarkdown'
import { entryMarkdown } from '#shared/document/entryMarkdown'
import type { CaptureDay } from '#shared/domain/capture'
import type { Entry } from '#shared/domain/entry'
import { entryRow } from '#shared/domain/entryRow'
import { messages } from '#shared/messages/messages'
import type { Period, RenderedEntry } from '../services/ports/markdownRenderer'
import { entryFormat } from '../storage/entryFormat'
import { decoded } from '../storage/format'

export type Asked =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly period: Period }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly period: Period }
  | { readonly kind: 'captures'; readonly day: CaptureDay }
export type Rendered = RenderedEntry | string | null

/** Throws a `Failure` for a file that is no entry. */
export function rendered(asked: Asked): Rendered {
  switch (asked.kind) {
    case 'file':
      return renderedEntry(decoded(entryFormat, asked.bytes), asked.period)
    case 'entry':
      return renderedEntry(asked.entry, asked.period)
    case 'captures':
      return captureMarkdown(asked.day, messages.capturing.kinds)
  }
}

function renderedEntry(entry: Entry, { from, to }: Period): RenderedEntry {
  const isWithin = (from === null || entry.day >= from) && (to === null || entry.day <= to)
  return { row: entryRow(entry), text: isWithin ? entryMarkdown(entry) : null }
}
