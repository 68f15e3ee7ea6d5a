/** Reminders that came while no window could show them: said once, in one line. */
import { X } from 'lucide-react'
import type { NamedOccurrence } from '#shared/contract/reminders'
import type { Day } from '#shared/domain/day'
import { dayInWords, listInWords, numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { sayFailure } from '../../state/sayFailure'
import { IconButton } from '../../ui/IconButton'
import { Notice } from '../../ui/Notice'

const words = messages.reminding

/** More days than these are counted. */
const maxNamed = 2

export function MissedNotice({ missed }: { readonly missed: readonly NamedOccurrence[] }) {
  const { today, locale } = useJournal()
  const days = new Map<string, Day[]>()
  for (const { name, day } of missed) days.set(name, [...(days.get(name) ?? []), day])
  const reminders = [...days].map(([name, on]) =>
    on.length <= maxNamed
      ? words.missedOn(
          name,
          listInWords(
            on.map((day) => dayInWords(day, today, locale)),
            locale,
          ),
        )
      : words.missedTimes(name, messages.counted.days(on.length, numberInWords(on.length, locale))),
  )
  return (
    <Notice sentence={words.missed(listInWords(reminders, locale))}>
      <IconButton
        label={words.dismiss}
        onPress={() => void request('reminders.dismissMissed', undefined).catch(sayFailure)}
      >
        <X />
      </IconButton>
    </Notice>
  )
}
