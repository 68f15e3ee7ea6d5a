/** When a day ends, and with which day a week begins. */
import { addDays } from '#shared/domain/day'
import { weekdayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { useSetting } from '../../state/journal/useSetting'
import { Select } from '../../ui/Select'
import { TimeField } from '../../ui/TimeField'
import styles from './SettingsDialog.module.css'

const words = messages.settings

/** Any Monday. */
const monday = '2024-01-01'

export function DayFields() {
  const locale = useJournal((journal) => journal.locale)
  const dayEnds = useSetting('dayEnds')
  const weekStart = useSetting('weekStart')
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    id: String(weekday),
    label: weekdayInWords(addDays(monday, weekday - 1), locale),
  }))
  return (
    <>
      <TimeField
        label={words.dayEnds}
        hint={words.dayEndsHint}
        value={dayEnds.value}
        onChange={dayEnds.change}
        error={dayEnds.error}
      />
      <Select
        label={words.weekStart}
        choices={[{ id: 'system', label: words.weekStartSystem }, ...weekdays]}
        value={weekStart.value === null ? 'system' : String(weekStart.value)}
        onChange={(id) => weekStart.change(id === 'system' ? null : Number(id))}
        error={weekStart.error}
        className={styles.short ?? ''}
      />
    </>
  )
}
