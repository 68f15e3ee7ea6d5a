/** The reminders that are offered: the day's reflection on working days, the week's on Fridays. */
import { noReminders, type Reminder, type ReminderPlan } from '#shared/domain/reminder/reminder'
import type { Silencer } from '#shared/domain/reminder/reminderSilence'
import { daily } from '#shared/domain/template/builtIn/daily'
import { weekly } from '#shared/domain/template/builtIn/weekly'
import { messages } from '#shared/messages/messages'

export function newReminder(part: Partial<Reminder> = {}): Reminder {
  return {
    id: crypto.randomUUID(),
    name: messages.reminding.usual.daily,
    weekdays: [1, 2, 3, 4, 5],
    time: '16:45',
    template: daily.id,
    onlyIfUnwritten: true,
    enabled: true,
    ...part,
  }
}

export function defaultPlan(): ReminderPlan {
  return {
    ...noReminders,
    reminders: [
      newReminder(),
      newReminder({
        name: messages.reminding.usual.weekly,
        weekdays: [5],
        time: '16:00',
        template: weekly.id,
        silencedBy: 'week' satisfies Silencer,
      }),
    ],
  }
}
