/** Which page is open. What is typed in it lives in its editors and in the autosave, not here. */
import { create } from 'zustand'
import type { OpenPage } from '#shared/contract/entries'
import type { Day } from '#shared/domain/day'
import { messages } from '#shared/messages/messages'
import { request } from '../bridge'
import { showToast } from '../toastStore'
import { showView } from './layoutStore'

export interface OpenPageState {
  readonly page: OpenPage | null
  /** Grows with each opening, so that the same entry opened again is a new page. */
  readonly opening: number
  /** Where to put the caret; null for the first unanswered question. `find` are the words to mark there. */
  readonly at: { readonly section: number; readonly find: string } | null
}

export const useOpenPage = create<OpenPageState>(() => ({ page: null, opening: 0, at: null }))

/** Set by the autosave: everything typed is stored, or kept where the person can see that it is not. False: stay on this page. */
let beforeLeaving: () => Promise<boolean> = () => Promise.resolve(true)

export function onLeaving(save: () => Promise<boolean>): void {
  beforeLeaving = save
}

export function showPage(page: OpenPage, at: OpenPageState['at'] = null): void {
  useOpenPage.setState(({ opening }) => ({ page, at, opening: opening + 1 }))
  showView('page')
}

/** The open page goes on as another entry, with its editors and its history. */
export function renameOpenPage(from: string, to: string): void {
  useOpenPage.setState(({ page }) =>
    page?.entry.id === from ? { page: { ...page, entry: { ...page.entry, id: to } } } : {},
  )
}

/** Whether the open page can be left; says so when it can't. */
export async function mayLeave(): Promise<boolean> {
  const stored = await beforeLeaving()
  if (!stored) {
    showView('page')
    showToast(messages.writing.staysOpen)
  }
  return stored
}

/** Each opens a page once the present one is saved; throws `RequestFailed`. */
export async function openEntry(id: string, at: OpenPageState['at'] = null): Promise<void> {
  if (await mayLeave()) showPage(await request('entries.read', { id }), at)
}

export async function openToday(): Promise<void> {
  if (await mayLeave()) showPage(await request('entries.today', undefined))
}

/** Today's page from a template, or a new one. */
export async function openTodayFrom(template: string): Promise<void> {
  if (await mayLeave()) showPage(await request('entries.todayFrom', { template }))
}

/** A new page from a template; `day` null means today. */
export async function openNew(template: string, day: Day | null = null): Promise<void> {
  if (await mayLeave()) showPage(await request('entries.draft', { template, day }))
}
