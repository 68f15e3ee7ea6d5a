/** Days off, on which no reminder comes. */
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Day } from '#shared/domain/day'
import type { Holiday } from '#shared/domain/reminder/reminder'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { Button } from '../../ui/Button'
import { DatePicker } from '../../ui/DatePicker'
import { IconButton } from '../../ui/IconButton'
import styles from './RemindersDialog.module.css'

const words = messages.reminding

export interface HolidaysProps {
  readonly holidays: readonly Holiday[]
  readonly onChange: (holidays: Holiday[]) => void
}

export function Holidays({ holidays, onChange }: HolidaysProps) {
  const { today, locale } = useJournal()
  const [from, setFrom] = useState<Day | null>(null)
  const [to, setTo] = useState<Day | null>(null)
  const last = to ?? from
  const isReversed = from !== null && last !== null && from > last
  const inWords = (day: Day) => dayInWords(day, today, locale)
  const rangeOf = (holiday: Holiday) =>
    holiday.from === holiday.to ? inWords(holiday.from) : words.range(inWords(holiday.from), inWords(holiday.to))

  const add = () => {
    if (from === null || last === null || isReversed) return
    onChange([...holidays, { from, to: last }].sort((a, b) => (a.from < b.from ? -1 : 1)))
    setFrom(null)
    setTo(null)
  }

  return (
    <div className={styles.fields}>
      <p className={styles.hint}>{words.holidaysHint}</p>
      {holidays.length > 0 && (
        <ul>
          {holidays.map((holiday) => (
            <li key={`${holiday.from} ${holiday.to}`} className={styles.holiday}>
              <span className={styles.words}>{rangeOf(holiday)}</span>
              <IconButton
                label={words.removeHoliday(rangeOf(holiday))}
                onPress={() => onChange(holidays.filter((one) => one !== holiday))}
              >
                <X />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <DatePicker label={words.holidayFrom} value={from} onChange={setFrom} />
        <DatePicker
          label={words.holidayTo}
          value={last}
          onChange={setTo}
          error={isReversed ? words.holidayReversed : undefined}
        />
        <Button className={styles.beside} isDisabled={from === null || isReversed} onPress={add}>
          <Plus />
          {words.addHoliday}
        </Button>
      </div>
    </div>
  )
}
