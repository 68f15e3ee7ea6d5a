/** What an entry is called in a list: its title, else how it begins. */
import type { RecordRow } from '#shared/domain/record'
import { messages } from '#shared/messages/messages'

export function entryName({ title, firstWords }: Pick<RecordRow, 'title' | 'firstWords'>): string {
  return title.trim() || firstWords || messages.finding.untitled
}
