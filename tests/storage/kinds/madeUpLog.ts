/** A kind of record that the app does not have, all of a day in one file: what it says of itself is all that the rest of the house knows of it. */
import { z } from 'zod'
import { instantSchema, momentSchema } from '#shared/domain/day'
import { type LoggedRecord, recordIdSchema, type StoredLog } from '#shared/domain/record'
import { factsOfText, searchFacts } from '#shared/facts/writtenFacts'
import type { DayLogKind, LogInbox } from '../../../src/main/storage/kinds/recordKind'

const encounterSchema = z.looseObject({
  id: recordIdSchema,
  day: z.string(),
  created: momentSchema,
  who: z.string(),
  trashed: instantSchema.nullable(),
  movingTo: z.string().optional(),
})
export type Encounter = z.infer<typeof encounterSchema> & LoggedRecord

const logSchema = z.looseObject({
  schema: z.literal(1),
  day: z.string(),
  revision: z.int().min(0),
  people: z.array(encounterSchema),
})
type EncounterLog = z.infer<typeof logSchema> & StoredLog

const leftSchema = z.looseObject({ schema: z.literal(1), encounter: encounterSchema })
const inbox: LogInbox<Encounter, z.infer<typeof leftSchema>> = {
  format: { version: 1, schema: leftSchema, migrations: [] },
  waitsFor: () => null,
  recordOf: ({ encounter }) => encounter,
}

export const madeUpLog: DayLogKind<EncounterLog, Encounter> = {
  shape: 'day log',
  name: 'encounter',
  folder: 'encounters',
  format: { version: 1, schema: logSchema, migrations: [] },
  inbox,
  countedAs: null,
  empty: (day) => ({ schema: 1, day, revision: 0, people: [] }),
  contentOf: ({ day, people }) => ({ day, people: people.toSorted(byId) }),
  recordsOf: ({ people }) => people,
  withRecords: (log, people) => ({ ...log, people: [...people] }),
  compare: byId,
  merge: (ours, theirs) => {
    const people = new Map([...theirs.people, ...ours.people].map((one) => [one.id, one]))
    return { ...ours, people: [...people.values()].sort(byId) }
  },
  describe: (log) =>
    shownOf(log).map(({ id, day, created, who }) => ({
      row: {
        kind: 'encounter',
        id,
        day,
        createdAt: created.at,
        zone: created.zone,
        updatedAt: created.at,
        title: '',
        starred: false,
        revision: 0,
        firstWords: who,
        practices: [],
      },
      sections: [{ question: null, practice: null, text: who }],
      facts: searchFacts([factsOfText(''), factsOfText(who)]),
      measure: null,
    })),
  isUntidy: ({ people }) => people.some(({ trashed, movingTo }) => trashed !== null || movingTo !== undefined),
  compared: (log) => new Map(shownOf(log).map(({ id, who }) => [id, who])),
  markdown: async (log) =>
    shownOf(log)
      .map(({ who }) => `- ${who}\n`)
      .join(''),
}

export function encounter(id: string, who: string, day = '2026-03-02'): Encounter {
  return { id, day, created: { at: `${day}T08:00:00Z`, zone: 'Europe/Berlin' }, who, trashed: null }
}

function shownOf({ people }: EncounterLog): Encounter[] {
  return people.filter(({ trashed }) => trashed === null)
}

function byId(a: Encounter, b: Encounter): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
