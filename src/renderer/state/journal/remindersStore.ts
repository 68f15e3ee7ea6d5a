/** What of the reminders waits, was missed, and comes next. Fed by main alone. */
import { create } from 'zustand'
import type { Reminding } from '#shared/contract/reminders'
import { listen, request } from '../bridge'
import { useJournal } from './journalStore'

export const useReminders = create<Reminding>(() => ({
  today: '2000-01-01',
  next: [],
  waiting: [],
  missed: [],
  snoozes: [],
  notifies: true,
  isOffered: false,
}))

export async function readReminders(): Promise<void> {
  useReminders.setState(await request('reminders.read', undefined))
}

/** Keeps the store true from now on; returns what ends it. */
export function followReminders(): () => void {
  const end = listen('remindersChanged', (reminding) => useReminders.setState(reminding))
  // Once the first page is shown: nothing of it waits for this.
  const unfollow = useJournal.subscribe(({ started }, before) => {
    if (started && !before.started) void readReminders().catch(() => undefined)
  })
  return () => {
    end()
    unfollow()
  }
}
