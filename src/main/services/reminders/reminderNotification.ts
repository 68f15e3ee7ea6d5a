/** One notification for all reminders that came at once. Holds nothing but the names of reminders and templates. */

import type { NamedOccurrence, ReminderAnswer } from '#shared/contract/reminders'
import type { WallTime } from '#shared/domain/day'
import type { Occurrence, WallDateTime } from '#shared/domain/reminder/reminder'
import { minutesBetween, wallOfOccurrence } from '#shared/domain/reminder/reminderTimes'
import { snoozesAt } from '#shared/domain/reminder/snooze'
import { findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { listInWords, wallTimeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import type { Notice } from '../ports/notifier'

const words = messages.reminding

/** Minutes after which a notification says for when it is. */
const lateAfter = 2

export interface NoticeNeeds {
  readonly wall: WallDateTime
  readonly dayEnds: WallTime
  readonly locale: string
  answer(occurrence: Occurrence, given: ReminderAnswer): void
}

/** Null when nothing came. */
export function reminderNotification(
  came: readonly NamedOccurrence[],
  { wall, dayEnds, locale, answer }: NoticeNeeds,
): Notice | null {
  const [first] = came
  if (first === undefined) return null
  const toAll = (label: string, given: ReminderAnswer) => ({
    label,
    run() {
      for (const one of came) answer(one, given)
    },
  })
  const title = ({ name, day, time }: NamedOccurrence) =>
    minutesBetween(wallOfOccurrence({ day, time }), wall) < lateAfter
      ? name
      : words.forTime(name, wallTimeInWords(time, locale))
  return {
    title: listInWords(came.map(title), locale),
    body: listInWords([...new Set(came.map(({ template }) => templateName(template)))], locale),
    actions: [
      ...snoozesAt(wall, dayEnds).map((snooze) => toAll(words.snoozes[snooze], snooze)),
      toAll(words.skip, 'skip'),
    ],
    clicked: () => answer(first, 'open'),
  }
}

function templateName(template: string): string {
  return findTemplate(template)?.name ?? messages.appName
}
