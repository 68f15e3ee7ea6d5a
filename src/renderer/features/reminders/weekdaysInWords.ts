/** "Monday to Friday", "every day", or the days one by one. */
import { addDays } from '#shared/domain/day'
import { listInWords, weekdayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'

const words = messages.reminding

/** Any Monday. */
const monday = '2024-01-01'

const groups: Readonly<Record<string, string>> = {
  '1,2,3,4,5,6,7': words.everyDay,
  '1,2,3,4,5': words.workingDays,
  '6,7': words.weekend,
}

export function weekdaysInWords(weekdays: readonly number[], locale: string): string {
  const inOrder = weekdays.toSorted()
  return (
    groups[inOrder.join()] ??
    listInWords(
      inOrder.map((weekday) => weekdayInWords(addDays(monday, weekday - 1), locale)),
      locale,
    )
  )
}
