/** Words that the journal does not take: kept on this device, and laid over their page when it is opened again. */

import type { Start } from '#shared/contract/app'
import type { OpenPage } from '#shared/contract/entries'
import type { Notice } from '#shared/contract/health'
import type { Request } from '#shared/contract/requests'
import type { Day } from '#shared/domain/day'
import type { DraftName, DraftRow } from '#shared/domain/entry/draft'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import type { Emit } from '../app/appEvents'
import type { Clock } from '../ports/clock'
import type { Draft, DraftHome, DraftStore, UnreadDraft } from '../ports/draftStore'
import { draftedEntry, draftText, fingerprintOf } from './draftedEntry'

export interface PageDraftsNeeds {
  readonly store: DraftStore
  readonly clock: Clock
  readonly emit: Emit
  /** The present journal's id; null before any could be opened. */
  home(): DraftHome
  /** False while nothing of the journal may be shown. */
  isShown(): boolean
  /** Whether words on this device, drafts or others, may be sealed to a lock that the open journal had before. */
  hasFormer?(): Promise<boolean>
}

export interface PageDrafts {
  /** Throws what the disk says. */
  keep(draft: Request<'drafts.keep'>): Promise<null>
  drop(name: DraftName): Promise<null>
  /** All that can be read, and those that can't. */
  look(): Promise<Pick<Start, 'drafts' | 'notices'>>
  /** As they were written, each with the time of its last words. */
  ofDay(day: Day): Promise<readonly Entry[]>
  /** The page with the words of its draft, where it has one. `stored` is the entry in the journal, null when it is not there. */
  onto(id: EntryId, stored: Entry | null): Promise<Pick<OpenPage, 'entry' | 'draft'> | null>
  /** What a page has now as its base: a draft says so of itself, and is only put back onto the same. */
  seen(entry: Entry): void
  /** Every draft takes the form that the journal has: sealed with a lock. */
  reseal(): Promise<void>
  /** Nothing that was written stays in memory. */
  forget(): void
}

/** For commands, which read the journal alone. */
export const noDrafts: Pick<PageDrafts, 'ofDay' | 'onto'> = { ofDay: async () => [], onto: async () => null }

/** The latest bases that are remembered: many more than there are pages at once. */
const mostBases = 100

export function createPageDrafts({
  store,
  clock,
  emit,
  home,
  isShown,
  hasFormer = async () => false,
}: PageDraftsNeeds): PageDrafts {
  const bases = new Map<string, string | null | Entry>()
  /** Where this run of the app kept drafts of an entry: another journal may be open when its words are saved. */
  const homes = new Map<EntryId, Set<DraftHome>>()

  /** Words of before any journal could be opened belong to the one that is. */
  const readHomes = (): ReadonlySet<DraftHome> => new Set([home(), null])

  async function read(): Promise<{ readonly drafts: readonly Draft[]; readonly unread: readonly UnreadDraft[] }> {
    if (!isShown()) return { drafts: [], unread: [] }
    const lists = await Promise.all([...readHomes()].map((journal) => store.list(journal)))
    return {
      // Of two of one page, one for each home, the later one has the earlier one's words.
      drafts: lists.flatMap(({ drafts }) => drafts).sort((a, b) => (a.kept.at < b.kept.at ? -1 : 1)),
      unread: lists.flatMap(({ unread }) => unread),
    }
  }

  function remember(id: EntryId, revision: number, basis: string | null | Entry): void {
    const key = `${id} ${revision}`
    bases.delete(key)
    bases.set(key, basis)
    for (const [oldest] of bases) if (bases.size > mostBases) bases.delete(oldest)
  }

  function basisOf(id: EntryId, base: number): string | null {
    const basis = bases.get(`${id} ${base}`) ?? null
    return typeof basis === 'object' && basis !== null ? fingerprintOf(basis) : basis
  }

  async function drop({ kind, id }: DraftName): Promise<null> {
    for (const journal of new Set([...readHomes(), ...(homes.get(id) ?? [])])) await store.remove(journal, { kind, id })
    homes.delete(id)
    await emitChanged()
    return null
  }

  async function look(): Promise<Pick<Start, 'drafts' | 'notices'>> {
    const { drafts, unread } = await read()
    const rows = new Map(
      drafts.map((draft): [EntryId, DraftRow] => {
        const { kind, id } = draft
        return [id, { kind, id, day: draftedEntry(draft, null).entry.day }]
      }),
    )
    const notices: Notice[] = unread.map((file) => ({ ...file, day: null, restored: false }))
    // A file that can't be read hides none of the drafts.
    if (isShown() && (await hasFormer().catch(() => false)))
      notices.push({ kind: 'former-lock', file: '', day: null, restored: false })
    return { drafts: [...rows.values()], notices }
  }

  async function emitChanged(): Promise<void> {
    // Without this event the next start shows them.
    await look().then(
      ({ drafts }) => emit('draftsChanged', { drafts }),
      () => undefined,
    )
  }

  return {
    async keep({ kind, id, base, words }) {
      const text = draftText(parsed(words))
      const journal = home()
      const isNew = !homes.get(id)?.has(journal)
      await store.save({ journal, kind, id, base, basis: basisOf(id, base), kept: clock.now(), text }, words)
      homes.set(id, new Set([...(homes.get(id) ?? []), journal]))
      if (isNew) await emitChanged()
      return null
    },
    drop,
    look,
    async ofDay(day) {
      const { drafts } = await read()
      return drafts.map((draft) => draftedEntry(draft, null).entry).filter((entry) => entry.day === day)
    },
    async onto(id, stored) {
      if (stored) remember(id, stored.revision, stored)
      const draft = (await read()).drafts.findLast((one) => one.id === id)
      if (draft === undefined) return null
      const { entry, isPlain, isBroken } = draftedEntry(draft, stored)
      if (stored && entry.starred === stored.starred && fingerprintOf(entry) === fingerprintOf(stored)) {
        // It was saved, and the app ended before the draft was gone.
        await drop(draft).catch(() => undefined)
        return null
      }
      remember(id, draft.base, draft.basis)
      const isConflict = stored !== null && (isBroken || !isBasedOn(draft, stored))
      const revision = stored && !isConflict ? stored.revision : draft.base
      return { entry: { ...entry, revision }, draft: { stored, isConflict, isPlain } }
    },
    seen: (entry) => remember(entry.id, entry.revision, entry),
    async reseal() {
      for (const journal of readHomes()) await store.reseal(journal)
    },
    forget: () => bases.clear(),
  }
}

function isBasedOn({ base, basis }: Draft, stored: Entry): boolean {
  return basis === null ? base === stored.revision : basis === fingerprintOf(stored)
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    // The parser's message quotes the words: it stays out of the log.
    throw new Failure('bad-request', 'not JSON')
  }
}
