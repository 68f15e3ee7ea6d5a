/** Moves the entry to another day. */
import { useState } from 'react'
import type { Day } from '#shared/domain/day'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import type { Sheet } from '../../state/autosaveSheet'
import { useJournal } from '../../state/journalStore'
import { showPanel } from '../../state/layoutStore'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { DatePicker } from '../../ui/DatePicker'
import { Dialog } from '../../ui/Dialog'
import styles from './MoveDialog.module.css'

const words = messages.writing

export function MoveDialog({ sheet }: { readonly sheet: Sheet }) {
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  const [day, setDay] = useState<Day | null>(sheet.store.getState().day)
  const close = () => showPanel(null)
  const move = () => {
    close()
    if (day === null || day === sheet.store.getState().day) return
    sheet.change({ day })
    // What could not be stored the page itself says.
    void sheet.autosave.flush().then((stored) => {
      if (stored) showToast(words.movedTo(dayInWords(day, today, locale)))
    })
  }
  return (
    <Dialog
      title={words.moveTo}
      isOpen
      onClose={close}
      size="small"
      footer={
        <>
          <Button onPress={close}>{words.cancel}</Button>
          <Button kind="primary" isDisabled={day === null} onPress={move}>
            {words.move}
          </Button>
        </>
      }
    >
      <p className={styles.explanation}>{words.moveExplanation}</p>
      <DatePicker label={words.moveDay} value={day} onChange={setDay} maxDay={today} autoFocus />
    </Dialog>
  )
}
