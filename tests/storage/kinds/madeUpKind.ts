/** A kind of record that the app does not have: what it says of itself is all that the rest of the house knows of it. */
import { z } from 'zod'
import { momentSchema } from '#shared/domain/day'
import { firstWordsOf, mergedFrame, recordIdSchema } from '#shared/domain/record'
import { factsOfText, searchFacts } from '#shared/facts/writtenFacts'
import { kinds } from '../../../src/main/storage/kinds/kinds'
import { type Kind, ownPlaces, type RecordKind } from '../../../src/main/storage/kinds/recordKind'

const keepsakeSchema = z.looseObject({
  schema: z.literal(1),
  id: recordIdSchema,
  revision: z.int().min(0),
  created: momentSchema,
  updated: momentSchema,
  day: z.string(),
  name: z.string(),
  /** Each once, in order: two devices add to it apart. */
  notes: z.array(z.string()),
})
export type Keepsake = z.infer<typeof keepsakeSchema>

export function madeUpKind(isDated: boolean): RecordKind<Keepsake> {
  const folder = 'keepsakes'
  return {
    shape: 'file',
    name: 'keepsake',
    folder,
    format: { version: 1, schema: keepsakeSchema, migrations: [] },
    isDated,
    ...ownPlaces(folder),
    inbox: null,
    dayOf: ({ day }) => day,
    contentOf: ({ day, name, notes }) => ({ day, name, notes }),
    merge: (ours, theirs) => ({
      ...ours,
      ...mergedFrame(ours, theirs),
      // The same choice on both devices.
      day: [ours.day, theirs.day].sort()[0] ?? ours.day,
      name: [ours.name, theirs.name].sort()[0] ?? ours.name,
      notes: [...new Set([...ours.notes, ...theirs.notes])].sort(),
    }),
    revert: (_, earlier) => earlier,
    describe: (keepsake) => ({
      row: {
        kind: 'keepsake',
        id: keepsake.id,
        day: keepsake.day,
        createdAt: keepsake.created.at,
        zone: keepsake.created.zone,
        updatedAt: keepsake.updated.at,
        title: keepsake.name,
        starred: false,
        revision: keepsake.revision,
        firstWords: firstWordsOf(keepsake.notes.join(' ')),
        practices: [],
      },
      sections: keepsake.notes.map((text) => ({ question: null, practice: null, text })),
      facts: searchFacts([factsOfText(''), ...keepsake.notes.map(factsOfText)]),
      measure: null,
    }),
    markdown: async ({ name, notes }) => `# ${name}\n\n${notes.join('\n\n')}\n`,
  }
}

export function withKind(kind: Kind): readonly Kind[] {
  return [...kinds, kind]
}

export function keepsake(id: string, name: string, notes: readonly string[], revision = 1): Keepsake {
  const moment = { at: '2026-03-02T08:00:00Z', zone: 'Europe/Berlin' }
  return {
    schema: 1,
    id,
    revision,
    created: moment,
    updated: moment,
    day: '2026-03-02',
    name,
    notes: [...notes],
  }
}
