/** The moments at which everything typed has to be on disk: leaving the page, hiding, losing the focus, closing. */
import { create } from 'zustand'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import { listen, request } from '../bridge'
import { onLeaving, openEntry, useOpenPage } from '../layout/openPageStore'
import type { EntryDraft } from './entryDraft'

/** Every draft that may hold words which are not on disk: the open page's last, before it those left while saving failed. */
export const useWatched = create<{ readonly entryDrafts: readonly EntryDraft[] }>(() => ({ entryDrafts: [] }))

let current: EntryDraft | null = null

/** Stores what the open page holds, now. False when it could not all be stored. */
export function saveOpenPage(): Promise<boolean> {
  return current ? current.autosave.flush() : Promise.resolve(true)
}

/** Takes a page into care until the returned function is called, which stores what is left, however long that takes. */
export function watchEntryDraft(entryDraft: EntryDraft): () => void {
  current = entryDraft
  useWatched.setState(({ entryDrafts }) => ({ entryDrafts: [...entryDrafts, entryDraft] }))
  onLeaving(saveOpenPage)
  const flush = () => void entryDraft.flush()
  const hidden = () => {
    if (document.visibilityState === 'hidden') flush()
  }
  document.addEventListener('visibilitychange', hidden)
  document.addEventListener('focusout', flush)
  window.addEventListener('blur', flush)
  window.addEventListener('pagehide', flush)
  return () => {
    document.removeEventListener('visibilitychange', hidden)
    document.removeEventListener('focusout', flush)
    window.removeEventListener('blur', flush)
    window.removeEventListener('pagehide', flush)
    if (current === entryDraft) current = null
    void release(entryDraft)
  }
}

/** Resolves once all that the draft holds now is on the disk, however long that takes; false when it was given up. */
export async function untilStored(entryDraft: EntryDraft): Promise<boolean> {
  return (await entryDraft.autosave.flush()) || untilSettled(entryDraft)
}

/** What can't be stored stays in care: its autosave tries again, and the person sees it. */
async function release(entryDraft: EntryDraft): Promise<void> {
  await untilStored(entryDraft)
  entryDraft.autosave.stop()
  useWatched.setState(({ entryDrafts }) => ({ entryDrafts: entryDrafts.filter((other) => other !== entryDraft) }))
}

/** False when its words were given up. */
function untilSettled(entryDraft: EntryDraft): Promise<boolean> {
  return new Promise((resolve) => {
    const end = entryDraft.store.subscribe(({ status }) => {
      if (status.kind !== 'saved' && status.kind !== 'stopped') return
      end()
      resolve(status.kind === 'saved')
    })
  })
}

/** From now on main is answered when it asks, also while no page is open; returns what ends it. */
export function answerFlushes(): () => void {
  return listen('flushAsked', () => void answerFlush())
}

/** From now on drafts follow stars that their entry got elsewhere; returns what ends it. */
export function followStars(): () => void {
  return listen('entriesStarred', ({ rows }) => {
    for (const { store, starredAs } of useWatched.getState().entryDrafts) {
      const row = rows.find(({ id }) => id === store.getState().id)
      if (row) starredAs(row)
    }
  })
}

/** From now on what is written on follows answers that its entry got outside of the window; returns what ends it. */
export function followAnswers(): () => void {
  return listen('answerPlaced', ({ row }) => void takeAnswer(row).catch(() => undefined))
}

async function takeAnswer(row: EntryRow): Promise<void> {
  const { id, day, template, revision } = row
  const entryDraft = useWatched.getState().entryDrafts.find(({ store }) => store.getState().id === id)
  const shown = useOpenPage.getState().page?.entry
  if (entryDraft !== undefined) {
    if (!(await entryDraft.answerPlaced(revision)) && shown?.id === id) await openEntry(id)
    return
  }
  // The same page was begun here and there, and here it is still without a word.
  const isUntouched = current?.store.getState().status.kind === 'new' && shown?.id === current.store.getState().id
  if (isUntouched && shown?.template === template && shown.day === day) await openEntry(id)
}

async function answerFlush(): Promise<void> {
  const safe = await Promise.all(useWatched.getState().entryDrafts.map((entryDraft) => entryDraft.flush()))
  await request('page.flushed', { unsaved: safe.filter((all) => !all).length })
}
