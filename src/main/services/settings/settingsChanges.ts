/** A change of the settings, with what it does to reminders. */
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
}

export interface SettingsChanges {
  change(change: SettingsChange): Promise<Settings>
  /** Null ends the pause. */
  pauseReminders(length: PauseLength | null): Promise<Settings>
}

export function createSettingsChanges(needs: SettingsChangeNeeds): SettingsChanges {
  const { settings, today, save, reminders } = needs
  async function change(given: SettingsChange): Promise<Settings> {
    const apply = () => save(given)
    // Where the day ends is part of when a reminder still comes.
    const isOfPlan = given.reminders !== undefined || given.dayEnds !== undefined
    return await (isOfPlan ? reminders.changePlan(apply) : apply())
  }
  return {
    change,
    pauseReminders(length) {
      const until = length === null ? null : pauseEnd(length, today())
      return change({ reminders: pausedTo(settings().reminders ?? noReminders, until, today()) })
    },
  }
}
