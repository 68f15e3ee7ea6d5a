/** What of the reminders is said above the page: what waits, what was missed, and once the offer of having any. */
import { useReminders } from '../../state/journal/remindersStore'
import { MissedNotice } from './MissedNotice'
import { OfferNotice } from './OfferNotice'
import { WaitingNotice } from './WaitingNotice'

export function ReminderNotices() {
  const { waiting, missed, isOffered } = useReminders()
  return (
    // Always there, so that what comes later is announced.
    <div role="status">
      {waiting.map((one) => (
        <WaitingNotice key={`${one.reminder} ${one.day} ${one.time}`} occurrence={one} />
      ))}
      {missed.length > 0 && <MissedNotice missed={missed} />}
      {isOffered && <OfferNotice />}
    </div>
  )
}
