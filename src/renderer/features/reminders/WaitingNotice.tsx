/** A reminder that has come: open its page, put it off, or skip it. */
import { ChevronDown } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import type { NamedOccurrence, ReminderAnswer } from '#shared/contract/reminders'
import { wallTimeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { readReminders, useReminders } from '../../state/journal/remindersStore'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { Menu } from '../../ui/Menu'
import { Notice } from '../../ui/Notice'

const words = messages.reminding

export function WaitingNotice({ occurrence }: { readonly occurrence: NamedOccurrence }) {
  const locale = useJournal((journal) => journal.locale)
  const snoozes = useReminders((reminding) => reminding.snoozes)
  const { reminder, day, time, name } = occurrence
  const answer = (given: ReminderAnswer) =>
    void request('reminders.answer', { occurrence: { reminder, day, time }, answer: given }).catch(sayFailure)
  return (
    <Notice sentence={words.waiting(name, wallTimeInWords(time, locale))}>
      <Button kind="quiet" onPress={() => answer('skip')} aria-label={words.skipNamed(name)}>
        {words.skip}
      </Button>
      <MenuTrigger
        onOpenChange={(isOpen) => {
          // Late in the evening there is no "tonight" any more.
          if (isOpen) void readReminders().catch(sayFailure)
        }}
      >
        <Button kind="quiet" aria-label={words.snoozeNamed(name)}>
          {words.snooze}
          <ChevronDown />
        </Button>
        <Menu
          label={words.snoozeNamed(name)}
          placement="bottom end"
          sections={[
            {
              actions: snoozes.map((snooze) => ({
                id: snooze,
                label: words.snoozes[snooze],
                run: () => answer(snooze),
              })),
            },
          ]}
        />
      </MenuTrigger>
      <Button onPress={() => answer('open')} aria-label={words.openNamed(name)}>
        {words.open}
      </Button>
    </Notice>
  )
}
