/** Says that a new day began while the page was open. The page stays on its day. */
import { useState } from 'react'
import { useStore } from 'zustand'
import { messages } from '#shared/messages/messages'
import type { Sheet } from '../../state/autosaveSheet'
import { useJournal } from '../../state/journalStore'
import { openToday } from '../../state/openPageStore'
import { Button } from '../../ui/Button'
import styles from './EntryPage.module.css'
import { tell } from './pageActions'

export function NewDayLine({ sheet }: { readonly sheet: Sheet }) {
  const today = useJournal((journal) => journal.today)
  const [openedOn] = useState(today)
  const isEarlier = useStore(sheet.store, ({ day }) => day < today)
  return (
    <div role="status">
      {today !== openedOn && isEarlier && (
        <p className={styles.newDay}>
          {messages.writing.newDay}
          <Button kind="quiet" onPress={() => tell(openToday())}>
            {messages.writing.openToday}
          </Button>
        </p>
      )}
    </div>
  )
}
