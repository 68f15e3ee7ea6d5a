/** Offers reminders, once: until the person answered in either way. */
import { noReminders, type ReminderPlan } from '#shared/domain/reminder/reminder'
import { wallTimeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { changeSettings, useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { sayFailure } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { defaultPlan } from './defaultPlan'

const words = messages.reminding.offer

export function OfferNotice() {
  const locale = useJournal((journal) => journal.locale)
  const [daily, weekly] = defaultPlan().reminders.map(({ time }) => wallTimeInWords(time, locale))
  const choose = (reminders: ReminderPlan, then: () => void) => () =>
    void changeSettings({ reminders }).then(then).catch(sayFailure)
  return (
    <Notice sentence={words.sentence} more={words.detail(daily ?? '', weekly ?? '')}>
      <Button kind="quiet" onPress={choose(noReminders, () => undefined)}>
        {words.no}
      </Button>
      <Button kind="quiet" onPress={choose(defaultPlan(), () => showPanel('reminders'))}>
        {words.choose}
      </Button>
      <Button onPress={choose(defaultPlan(), () => showToast(words.accepted))}>{words.yes}</Button>
    </Notice>
  )
}
