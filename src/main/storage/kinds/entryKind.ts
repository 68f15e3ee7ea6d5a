/** Entries: one written page each. The first kind there was, so that its earlier states and its trash lie at the top. */
import { describedEntry } from '#shared/facts/describedEntry'
import { type Entry, entrySchema, entrySchemaVersion } from '#shared/domain/entry/entry'
import { measureOf } from '#shared/domain/overview/measure'
import type { FileFormat } from '../format/fileFormat'
import type { RecordKind } from './recordKind'
import { waitingAnswers } from './waitingAnswers'

export const entryFormat: FileFormat<Entry> = { version: entrySchemaVersion, schema: entrySchema, migrations: [] }

export const entryKind: RecordKind<Entry> = {
  shape: 'file',
  name: 'entry',
  folder: 'entries',
  format: entryFormat,
  isDated: true,
  versions: ['versions'],
  trash: ['trash'],
  inbox: waitingAnswers,
  dayOf: ({ day }) => day,
  contentOf,
  // Two texts of one person: which of them counts only the person can say.
  merge: () => null,
  revert: ({ day, starred }, earlier) => ({ ...earlier, day, starred }),
  describe: (entry) => ({ ...describedEntry(entry), measure: measureOf(entry) }),
  markdown: async (entry) => (await import('#shared/document/entryMarkdown')).entryMarkdown(entry),
}

/** Day, title, star, and each question with its answer. Revisions and times say nothing. */
function contentOf({ day, title, starred, sections }: Entry) {
  return { day, title, starred, sections: sections.map(({ question, answer, text }) => ({ question, answer, text })) }
}
