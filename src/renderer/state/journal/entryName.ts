/** What an entry is called in a list: its title, else how it begins. */
import type { EntryRow } from '#shared/domain/entry/entryRow'
import { messages } from '#shared/messages/messages'

export function entryName({ title, firstWords }: EntryRow): string {
  return title.trim() || firstWords || messages.finding.untitled
}
