/** A change of the settings, with what it does to reminders, to the day and to how the app looks. */
import type { Day } from '#shared/domain/day'
import { type PauseLength, pausedTo, pauseEnd } from '#shared/domain/reminder/pause'
import { noReminders } from '#shared/domain/reminder/reminder'
import type { Settings, SettingsChange } from '#shared/domain/settings/settings'
import type { Reminders } from '../reminders/reminders'

export interface SettingsChangeNeeds {
  settings(): Settings
  /** The calendar's: reminders know no other. */
  today(): Day
  save(change: SettingsChange): Promise<Settings>
  readonly reminders: Pick<Reminders, 'changePlan'>
  changed(settings: Settings): void
}

export interface SettingsChanges {
  change(change: SettingsChange): Promise<Settings>
  /** Null ends the pause. */
  pauseReminders(length: PauseLength | null): Promise<Settings>
}

export function createSettingsChanges(needs: SettingsChangeNeeds): SettingsChanges {
  const { settings, today, save, reminders, changed } = needs
  async function change(given: SettingsChange): Promise<Settings> {
    const apply = () => save(given)
    // Where the day ends is part of when a reminder still comes.
    const isOfPlan = given.reminders !== undefined || given.dayEnds !== undefined
    const next = await (isOfPlan ? reminders.changePlan(apply) : apply())
    changed(next)
    return next
  }
  return {
    change,
    pauseReminders(length) {
      const until = length === null ? null : pauseEnd(length, today())
      return change({ reminders: pausedTo(settings().reminders ?? noReminders, until, today()) })
    },
  }
}
