/** What is shown around the page. Nothing of it is kept between starts. */
import { create } from 'zustand'

export type Panel = 'settings' | 'reminders' | 'trash' | 'export' | 'keys' | 'about' | 'move'

export interface LayoutState {
  /** Null until the person chose: then the window's width decides. */
  readonly rail: boolean | null
  readonly focusMode: boolean
  /** The one dialog that is open. */
  readonly panel: Panel | null
}

export const useLayout = create<LayoutState>(() => ({ rail: null, focusMode: false, panel: null }))

export function showPanel(panel: Panel | null): void {
  useLayout.setState({ panel })
}
