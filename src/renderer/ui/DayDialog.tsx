/** Asks for another day. */
import { useState } from 'react'
import type { Day } from '#shared/domain/day'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../state/journal/journalStore'
import { Button } from './Button'
import { DatePicker } from './DatePicker'
import styles from './DayDialog.module.css'
import { Dialog } from './Dialog'

const words = messages.writing

export interface DayDialogProps {
  readonly title: string
  readonly explanation: string
  readonly day: Day
  /** With another day than before. */
  readonly onMove: (day: Day) => void
  readonly onClose: () => void
}

export function DayDialog({ title, explanation, day: before, onMove, onClose }: DayDialogProps) {
  const today = useJournal((journal) => journal.today)
  const [day, setDay] = useState<Day | null>(before)
  const move = () => {
    onClose()
    if (day !== null && day !== before) onMove(day)
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" isDisabled={day === null} onPress={move}>
            {words.move}
          </Button>
        </>
      }
    >
      <p className={styles.explanation}>{explanation}</p>
      <DatePicker label={words.moveDay} value={day} onChange={setDay} maxDay={today} autoFocus />
    </Dialog>
  )
}
