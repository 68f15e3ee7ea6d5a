/** Entries: one written page each. The first kind there was, so that its earlier states and its trash lie at the top. */
import { type Entry, entrySchema, entrySchemaVersion } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import { measureOf } from '#shared/domain/overview/measure'
import { describedEntry } from '#shared/facts/describedEntry'
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
  revert: ({ day, starred }, earlier) => withSectionIds({ ...earlier, day, starred }),
  describe: (entry) => ({ ...describedEntry(entry), measure: measureOf(entry) }),
  markdown: async (entry) => (await import('#shared/document/entryMarkdown')).entryMarkdown(entry),
}

/** What a person can change, and fields of a later version, which may be such. What the app keeps of a page for itself says nothing. */
function contentOf(entry: Entry) {
  const { schema: _, id: __, created, updated, template, revision, placedAnswers, sections, ...content } = entry
  return { ...content, sections: sections.map(({ id: ___, prompt, ...said }) => said) }
}
