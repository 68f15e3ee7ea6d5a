/** The captures of the open page's day, read anew when that day's change. */
import { create } from 'zustand'
import type { Capture } from '#shared/domain/capture'
import type { Day } from '#shared/domain/day'
import { listen, request } from './bridge'
import { useOpenPage } from './openPageStore'

export interface CapturesState {
  readonly day: Day | null
  readonly captures: readonly Capture[]
}

export const useCaptures = create<CapturesState>(() => ({ day: null, captures: [] }))

async function read(day: Day): Promise<void> {
  // A day that can't be read shows none; what is wrong with its file is among the notices.
  const captures = await request('captures.ofDay', { day }).catch(() => [])
  useCaptures.setState((state) => (state.day === day ? { captures } : state))
}

/** Keeps the store true from now on; returns what ends it. */
export function followCaptures(): () => void {
  const end = listen('capturesChanged', ({ day }) => {
    if (day === useCaptures.getState().day) void read(day)
  })
  const unfollow = useOpenPage.subscribe(({ page }) => {
    const day = page?.entry.day ?? null
    if (day === useCaptures.getState().day) return
    useCaptures.setState({ day, captures: [] })
    if (day !== null) void read(day)
  })
  return () => {
    end()
    unfollow()
  }
}
