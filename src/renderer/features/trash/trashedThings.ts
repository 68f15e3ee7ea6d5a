/** What lies in the trash: entries and captures alike, the latest thrown away first. */

import type { Day, Instant } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import { findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { normalize } from '#shared/domain/text/normalize'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { entryName } from '../../state/journal/entryName'

export interface TrashedThing {
  readonly id: string
  readonly name: string
  readonly day: Day
  /** The template's name, or the kind of capture; undefined for a template that is not known. */
  readonly kind: string | undefined
  readonly trashedAt: Instant
  /** What a search looks through. */
  readonly text: string
  /** Null for a capture, which has no earlier versions. */
  readonly entry: EntryId | null
  restore(): Promise<void>
  erase(): Promise<void>
}

export async function readTrash(): Promise<readonly TrashedThing[]> {
  const [entries, captures] = await Promise.all([
    request('trash.list', undefined),
    request('captures.trashed', undefined),
  ])
  const things: TrashedThing[] = [
    ...entries.map(({ row, trashedAt, text }) => ({
      text,
      id: `${row.id} ${trashedAt}`,
      name: entryName(row),
      day: row.day,
      kind: findTemplate(row.template)?.name,
      trashedAt,
      entry: row.id,
      restore: async () => void (await request('trash.restore', { id: row.id, at: trashedAt })),
      erase: async () => void (await request('trash.erase', { id: row.id, at: trashedAt })),
    })),
    ...captures.map(({ id, day, kind, text, trashed }) => ({
      text,
      id,
      name: text,
      day,
      kind: messages.capturing.kinds[kind],
      trashedAt: trashed,
      entry: null,
      restore: async () => void (await request('captures.restore', { day, id })),
      erase: async () => void (await request('captures.erase', { day, id })),
    })),
  ]
  return things.sort((a, b) => (a.trashedAt < b.trashedAt ? 1 : -1))
}

/** Those that have each of the typed words somewhere, whatever its case and accents. */
export function foundAmong(things: readonly TrashedThing[], typed: string): readonly TrashedThing[] {
  const words = normalize(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  return things.filter(({ text }) => {
    const normalized = normalize(text)
    return words.every((word) => normalized.includes(word))
  })
}
