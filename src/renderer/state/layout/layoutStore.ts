/** What is shown around the page. Nothing of it is kept between starts. */
import { create } from 'zustand'
import type { EntryId } from '#shared/domain/entry/entry'

export type Panel =
  | 'settings'
  | 'reminders'
  | 'trash'
  | 'export'
  | 'keys'
  | 'palette'
  | 'about'
  | 'move'
  | 'copies'
  | 'history'
  | 'health'
  | 'restore'
  | 'turnLockOn'
  | 'turnLockOff'
  | 'keepKey'
  | 'passphrase'
  | 'recoveryCode'
  | 'formerLock'

/** What stands in the main column; the page keeps its editors and its words while something else does. */
export type View = 'page' | 'overview'

export interface LayoutState {
  /** Null until the person chose: then the window's width decides. */
  readonly rail: boolean | null
  readonly focusMode: boolean
  /** The one dialog that is open. */
  readonly panel: Panel | null
  /** The entry that it is about, where it is about one. */
  readonly about: EntryId | null
  readonly view: View
}

export const useLayout = create<LayoutState>(() => ({
  rail: null,
  focusMode: false,
  panel: null,
  about: null,
  view: 'page',
}))

export function showPanel(panel: Panel | null, about: EntryId | null = null): void {
  useLayout.setState({ panel, about })
}

export function showView(view: View): void {
  useLayout.setState({ view })
}
