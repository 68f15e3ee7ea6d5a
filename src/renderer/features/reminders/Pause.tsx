/** All reminders silent until a day. */
import { addDays, type Day } from '#shared/domain/day'
import { messages } from '#shared/messages/messages'
import { useReminders } from '../../state/journal/remindersStore'
import { Button } from '../../ui/Button'
import { DatePicker } from '../../ui/DatePicker'
import styles from './RemindersDialog.module.css'

const words = messages.reminding

export interface PauseProps {
  readonly pausedUntil: Day | null
  readonly onChange: (pausedUntil: Day | null) => void
}

export function Pause({ pausedUntil, onChange }: PauseProps) {
  // The calendar's: a pause is looked at against it, also in the hours that the journal counts to the day before.
  const today = useReminders((reminding) => reminding.today)
  const isPaused = pausedUntil !== null && pausedUntil > today
  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        <DatePicker
          label={words.pauseHint}
          value={isPaused ? pausedUntil : null}
          minDay={addDays(today, 1)}
          // A year that is still being typed is no day to wait for.
          onChange={(day) => {
            if (day === null || day > today) onChange(day)
          }}
        />
        {isPaused && (
          <Button kind="quiet" className={styles.beside} onPress={() => onChange(null)}>
            {words.resume}
          </Button>
        )}
      </div>
    </div>
  )
}
