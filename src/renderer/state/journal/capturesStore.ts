/** The captures of the open page's day, read anew when that day's change. */
import { create } from 'zustand'
import type { Capture } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import { listen, request } from '../bridge'
import { useOpenPage } from '../layout/openPageStore'
import { useJournal } from './journalStore'

export interface CapturesState {
  readonly day: Day | null
  readonly captures: readonly Capture[]
}

export const useCaptures = create<CapturesState>(() => ({ day: null, captures: [] }))

let lastRead = 0

async function read(day: Day): Promise<void> {
  lastRead += 1
  const number = lastRead
  // A day that can't be read shows none; what is wrong with its file is among the notices.
  const captures = await request('captures.ofDay', { day }).catch(() => [])
  // Answers may overtake each other; the newest question counts.
  if (number === lastRead) useCaptures.setState({ captures })
}

function readAgain(): void {
  const { day } = useCaptures.getState()
  if (day !== null) void read(day)
}

/** Keeps the store true from now on; returns what ends it. */
export function followCaptures(): () => void {
  const ends = [
    listen('capturesChanged', ({ day }) => {
      if (day === useCaptures.getState().day) readAgain()
    }),
    useOpenPage.subscribe(({ page, opening }, before) => {
      const day = page?.entry.day ?? null
      if (day !== useCaptures.getState().day) useCaptures.setState({ day, captures: [] })
      else if (opening === before.opening) return
      readAgain()
    }),
    // The page may stay when another folder is opened, or the same one after trouble.
    useJournal.subscribe(({ folder, trouble }, before) => {
      if (folder !== before.folder || trouble !== before.trouble) readAgain()
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}
