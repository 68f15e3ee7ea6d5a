/** Entries: one written page each. The first kind there was, so that its earlier states and its trash lie at the top. */
import { type Entry, entrySchema, entrySchemaVersion } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import { measureOf } from '#shared/domain/overview/measure'
import { describedEntry, saidOfEntry } from '#shared/facts/describedEntry'
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
  async markdown(entry) {
    const { entryMarkdown } = await import('#shared/document/entryMarkdown')
    return entryMarkdown(entry, saidOfEntry(entry))
  },
}

/**
 * What a person can change, as a closed list: its hash stands in files, and a field that a later version keeps for itself must not make another
 * content of it. A section's id, its prompt's and the template say which question it is, and not what a person sees of it.
 */
function contentOf({ day, title, starred, sections }: Entry) {
  const said = sections.map(({ question, practice, answer, text }) => ({ question, practice, answer, text }))
  return { day, title, starred, sections: said }
}
