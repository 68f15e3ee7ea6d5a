/** What the open page holds while it is written on: its words for the autosave, and what of it the page shows. */
import { createStore, type StoreApi } from 'zustand'
import type { OpenPage, SavedEntry } from '#shared/contract/entries'
import { documentOfText, type PageBlock, readDocument } from '#shared/document/document'
import type { Day } from '#shared/domain/day'
import type { Section, StoredAnswer } from '#shared/domain/entry/entry'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import { failureCodeOf, request } from '../bridge'
import { renameOpenPage } from '../layout/openPageStore'
import { sameData } from '../sameData'
import { arrivalsIn } from './arrivals'
import { type Autosave, createAutosave, isUnsaved, type SaveStatus } from './autosave'
import { createDraftKeeper, type KeptState } from './draftKeeper'
import { isWorthKeeping, pageText, wordsOf } from './pageText'
import { savedFrom, storedEntry, withoutIds } from './storedEntry'

export type Question = Pick<Section, 'id' | 'prompt' | 'question' | 'practice'>

export interface EntryDraftState {
  readonly id: string
  /** 0 until it was first stored. */
  readonly revision: number
  readonly day: Day
  readonly title: string
  readonly starred: boolean
  readonly questions: readonly Question[]
  readonly status: SaveStatus
  /** Where the words are that the journal lacks. */
  readonly kept: KeptState
}

/** After which a save that is under way may be one that hangs. */
const saveTimeoutMs = 1_000

/** A star given or taken, and the revision that it made. */
export type Star = Pick<EntryRow, 'revision' | 'starred'>

export interface EntryDraft {
  /** Of this opening: an entry may be opened again while an older draft of it waits for the disk. */
  readonly key: number
  readonly store: StoreApi<EntryDraftState>
  readonly autosave: Autosave
  /** Stores all there is, now, or keeps it on this device: both are on their way before anything is waited for. False when some of it is in neither. */
  flush(): Promise<boolean>
  /** A state of one answer; `read` makes JSON of it when it is time. */
  answered(section: number, read: () => StoredAnswer): void
  /** Changes what stands around the answers. */
  change(fields: Partial<Pick<EntryDraftState, 'day' | 'title' | 'starred' | 'questions'>>): void
  /** Main gave the entry a star, or took it, as its next revision: what is on the page goes on from there. */
  starredAs(star: Star): void
  /** The entry got an answer outside of the window, as this revision. False when the page has to be opened anew to show it. */
  answerPlaced(revision: number): Promise<boolean>
  /** All words on the page as plain text. */
  text(): string
  /** The page's words become a new entry, beside the one on disk. */
  keepAsNew(): Promise<void>
}

/** Puts blocks into the editor of a section: in the place of its words, or after them. False when it did not take them. */
export type Arrive = (section: number, blocks: readonly PageBlock[], isWhole: boolean) => boolean

let last = 0

export function createEntryDraft({ entry, draft }: OpenPage, arrive: Arrive = () => false): EntryDraft {
  last += 1
  const answers = entry.sections.map(
    ({ answer }): (() => StoredAnswer) =>
      () =>
        answer,
  )
  const first: SaveStatus = { kind: draft?.isConflict ? 'conflict' : entry.revision === 0 ? 'new' : 'saved' }
  const store = createStore<EntryDraftState>(() => ({
    id: entry.id,
    revision: entry.revision,
    day: entry.day,
    title: entry.title,
    starred: entry.starred,
    questions: entry.sections.map(({ id, prompt, question, practice }) => ({ id, prompt, question, practice })),
    status: first,
    kept: draft === null ? 'unsure' : 'kept',
  }))

  function serialise(): SavedEntry {
    const { id, revision, day, title, starred, questions } = store.getState()
    const sections = questions.map((question, at) => ({ ...question, answer: answers[at]?.() ?? documentOfText('') }))
    return { id, base: revision, day, template: entry.template, title, starred, sections }
  }

  /** What the entry was when it was last read or stored from here. */
  let stored = draft?.stored ? savedFrom(draft.stored) : serialise()
  /** Not taken over yet: it may follow a save whose answer is still on its way. */
  let star: Star | null = null
  /** The answers from outside of the window that are on the page. */
  let placed = storedEntry({ entry, draft }).placedAnswers ?? []

  function takeStar(): void {
    const { revision } = store.getState()
    if (star?.revision === revision + 1) store.setState(star)
    if (star && star.revision <= store.getState().revision) star = null
  }

  /** A star or an answer that came while the words were on their way makes no conflict: they follow it. */
  async function send(saved: SavedEntry): Promise<number> {
    try {
      const { revision } = await request('entries.save', saved)
      stored = saved
      return revision
    } catch (error) {
      if (failureCodeOf(error) !== 'conflict' || !(await follows(saved.base).catch(() => false))) throw error
      return send(serialise())
    }
  }

  /** Whether nothing but the star changed elsewhere, or answers came from outside of the window. Then the page goes on from there. */
  async function follows(base: number): Promise<boolean> {
    const theirs = storedEntry(await request('entries.read', { id: store.getState().id }))
    if (theirs.revision <= base) return false
    // Another save has followed it meanwhile.
    if (theirs.revision <= store.getState().revision) return true
    const arrivals = arrivalsIn(theirs, stored)
    if (arrivals === null) return false
    if (arrivals.length > 0 && theirs.placedAnswers?.at(-1) === placed.at(-1)) return false
    const now = serialise()
    for (const { section, blocks, isAdded } of arrivals) {
      const isUntouched = sameData(now.sections[section]?.answer, stored.sections[section]?.answer)
      if (!arrive(section, blocks, isUntouched && !isAdded)) return false
    }
    const { revision, starred } = theirs
    placed = theirs.placedAnswers ?? []
    stored = savedFrom(theirs)
    store.setState({ revision, starred })
    return true
  }

  /** Under each of these there may be a draft: keeping both gives the page another id. */
  const ids = new Set([entry.id])
  const keeper = createDraftKeeper(
    {
      async keep() {
        const saved = serialise()
        const { id, base } = saved
        ids.add(id)
        if (isWorthKeeping(saved))
          await request('drafts.keep', { kind: 'entry', id, base, words: JSON.stringify(withoutIds(saved)) })
        else await request('drafts.drop', { kind: 'entry', id })
      },
      drop: () => Promise.all(Array.from(ids, (id) => request('drafts.drop', { kind: 'entry', id }))),
      show: (kept) => store.setState({ kept }),
    },
    draft !== null,
  )
  let isHanging = false

  const autosave = createAutosave(
    {
      async write() {
        const saved = serialise()
        if (!isWorthKeeping(saved)) return false
        const slow = setTimeout(() => {
          isHanging = true
          keeper.changed()
        }, saveTimeoutMs)
        try {
          store.setState({ revision: await send(saved) })
        } finally {
          clearTimeout(slow)
          isHanging = false
        }
        takeStar()
        return true
      },
      codeOf: failureCodeOf,
      show(status) {
        store.setState({ status })
        if (isUnsaved(status)) {
          keeper.changed()
          void keeper.flush()
        } else if (status.kind !== 'saving') keeper.end()
      },
    },
    first,
  )

  function changed(): void {
    autosave.changed()
    if (isHanging || isUnsaved(autosave.status)) keeper.changed()
  }

  // What came back is saved like what is typed.
  if (draft !== null && !draft.isConflict) autosave.changed()

  return {
    key: last,
    store,
    autosave,
    async flush() {
      const [stored, kept] = [autosave.flush(), keeper.flush()]
      // Who waits for a disk that does not answer waits for ever.
      if (isHanging && (await kept)) return true
      return (await stored) || keeper.flush()
    },
    answered(section, read) {
      answers[section] = read
      changed()
    },
    change(fields) {
      store.setState(fields)
      changed()
    },
    starredAs({ revision, starred }) {
      star = { revision, starred }
      takeStar()
    },
    async answerPlaced(revision) {
      // What can't be stored says so itself.
      if (!(await autosave.flush())) return true
      const base = store.getState().revision
      return revision <= base || follows(base)
    },
    text() {
      const { title, sections } = serialise()
      const read = sections.map(({ question, answer }, at) => ({ question, text: wordsOf(answer, entry.sections[at]) }))
      return pageText({ title, sections: read })
    },
    async keepAsNew() {
      // For its id alone: the entry's own template may be one that is not known here.
      const { entry: fresh } = await request('entries.draft', { template: 'blank', day: store.getState().day })
      // What can't be shown stays with the old entry; here its words are kept.
      for (const [at, read] of answers.entries()) {
        const answer = read()
        if (readDocument(answer).ok) continue
        const text = documentOfText(wordsOf(answer, entry.sections[at]))
        answers[at] = () => text
      }
      renameOpenPage(store.getState().id, fresh.id)
      store.setState({ id: fresh.id, revision: 0 })
      await autosave.resume()
    },
  }
}
