import type { ReminderAnswers } from '#shared/contract/reminders'
import type { Reminders } from '../../services/reminders/reminders'
import type { HandlersOf } from '../serve'

export function reminderHandlers({ reminders }: { readonly reminders: Reminders }): HandlersOf<keyof ReminderAnswers> {
  return {
    'reminders.read': () => reminders.read(),
    'reminders.answer': ({ occurrence, answer }) => reminders.answer(occurrence, answer),
    'reminders.dismissMissed': () => reminders.dismissMissed(),
  }
}
