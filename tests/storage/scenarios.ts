/** Everything a journal writes, as steps that the fault, crash and kill tests drive through the same checks. */
import type { Entry } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import type { Returning } from '#shared/domain/entry/version'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { digestOf } from '../../src/main/disk/fileFingerprint'
import { derivedId } from '../../src/main/storage/format/derivedId'
import { encoded } from '../../src/main/storage/format/fileFormat'
import type { OpenJournal } from '../../src/main/storage/journal/openJournal'
import { entryFormat } from '../../src/main/storage/kinds/entryKind'
import { nextOf, sampleEntry, sampleId } from './sample'
import type { SetClock } from './sampleClock'

/** What a person was told is stored. */
export interface Stored {
  readonly entries: ReadonlyMap<string, { readonly entry: Entry; readonly place: 'entries' | 'trash' }>
  readonly settings: Settings
}

export interface Step {
  readonly name: string
  run(journal: Pick<OpenJournal, 'entries' | 'settings' | 'history'>, clock: SetClock): Promise<void>
  /** What is stored when it succeeded. */
  after(before: Stored): Stored
}

export const nothing: Stored = { entries: new Map(), settings: defaultSettings }

export const first = sampleEntry()
export const bystander = sampleEntry({ id: sampleId(2), day: '2026-02-27', title: 'Bystander' })

function save(name: string, entry: Entry, pause = 0): Step {
  return {
    name,
    run: async ({ entries }, clock) => {
      if (pause > 0) clock.advance({ minutes: pause })
      await entries.save(entry, entry.revision - 1)
    },
    after: (before) => withEntry(before, entry, 'entries'),
  }
}

function place(name: string, entry: Entry, to: 'entries' | 'trash' | 'nowhere', run: Step['run']): Step {
  return { name, run, after: (before) => withEntry(before, entry, to) }
}

const edited = nextOf(first, 'Edited in a later sitting.')
const typedOn = nextOf(edited, 'Typed on in the same sitting.')
const moved = nextOf(typedOn, 'Moved to the last day of the year before.', { day: '2025-12-31' })
/** What `first` was, on the day that the entry has by now, its sections with their ids; 62 minutes of writing after the start of the sample clock. */
const brought: Entry = withSectionIds({
  ...first,
  day: moved.day,
  updated: { at: '2026-03-02T09:02:00Z', zone: 'Europe/Berlin' },
  revision: moved.revision + 1,
})
const parted: Entry = { ...first, id: derivedId(first.id, digestOf(encoded(entryFormat, first)), 0) }

function bring(name: string, result: Entry, as: Returning): Step {
  const run: Step['run'] = async ({ history }) => {
    const { versions } = await history.of(first.id)
    const version = versions.find(({ revision }) => revision === first.revision)?.id ?? ''
    await history.bring(first.id, { version, base: moved.revision, as })
  }
  return place(name, result, 'entries', run)
}

const chosen: Settings = { ...defaultSettings, textSize: 'large', theme: 'dark' }

/** In an order in which each can follow the one before. */
export const steps: readonly Step[] = [
  save('save a new entry', bystander),
  save('save another new entry', first),
  save('save in a new sitting', edited, 60),
  save('save in the same sitting', typedOn, 1),
  save('move to another day', moved, 1),
  bring('bring a version back', brought, 'revision'),
  bring('bring a version back as a copy', parted, 'copy'),
  {
    name: 'keep within a limit',
    run: async ({ history }) => void (await history.keepWithin(0)),
    after: (before) => before,
  },
  {
    name: 'save settings',
    run: ({ settings }) => settings.change(() => chosen),
    after: (before) => ({ ...before, settings: chosen }),
  },
  place('trash', brought, 'trash', ({ entries }) => entries.trash(first.id)),
  place('restore', brought, 'entries', async ({ entries }) => void (await entries.restore(first.id))),
  place('trash again', brought, 'trash', ({ entries }, clock) => {
    clock.advance({ minutes: 1 })
    return entries.trash(first.id)
  }),
  place('erase', brought, 'nowhere', ({ entries }) => entries.erase(first.id)),
]

/** A sequence that is possible, chosen by `random`. */
export function randomSteps(random: () => number, count: number): Step[] {
  const chosenSteps: Step[] = []
  let stored = nothing
  for (let at = 0; at < count; at++) {
    const step = randomStep(random, stored, at)
    chosenSteps.push(step)
    stored = step.after(stored)
  }
  return chosenSteps
}

const days = ['2026-03-02', '2026-03-01', '2025-12-31', '2024-02-29']

function randomStep(random: () => number, stored: Stored, at: number): Step {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const here = [...stored.entries.values()].filter(({ place }) => place === 'entries').map(({ entry }) => entry)
  const trashed = [...stored.entries.values()].filter(({ place }) => place === 'trash').map(({ entry }) => entry)
  const [entry, lost] = [pick(here), pick(trashed)]
  const text = `Words of step ${at}. `.repeat(1 + Math.floor(random() * 40))
  const kind = random()
  if (lost && kind < 0.3) {
    return kind < 0.2
      ? place('restore', lost, 'entries', async ({ entries }) => void (await entries.restore(lost.id)))
      : place('erase', lost, 'nowhere', ({ entries }) => entries.erase(lost.id))
  }
  if (kind > 0.93) {
    const settings: Settings = { ...defaultSettings, manager: text.slice(0, 100) }
    return {
      name: 'save settings',
      run: (journal) => journal.settings.change(() => settings),
      after: (before) => ({ ...before, settings }),
    }
  }
  if (!entry || kind > 0.8)
    return save(
      'save a new entry',
      sampleEntry({ id: sampleId(100 + at), day: pick(days) ?? '2026-03-02', title: text.slice(0, 50) }),
    )
  if (kind < 0.4) return place('trash', entry, 'trash', ({ entries }) => entries.trash(entry.id))
  return save(
    'save again',
    nextOf(entry, text, { day: kind < 0.55 ? (pick(days) ?? entry.day) : entry.day }),
    random() < 0.5 ? 60 : 1,
  )
}

export function storedAfter(done: readonly Step[]): Stored {
  return done.reduce((stored, step) => step.after(stored), nothing)
}

function withEntry(before: Stored, entry: Entry, to: 'entries' | 'trash' | 'nowhere'): Stored {
  const entries = new Map(before.entries)
  if (to === 'nowhere') entries.delete(entry.id)
  else entries.set(entry.id, { entry, place: to })
  return { ...before, entries }
}
