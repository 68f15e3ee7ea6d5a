/** A new day began while the page was open. What was written stays on its day; a page without words gives way to today's. */
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { messages } from '#shared/messages/messages'
import type { EntryDraft } from '../../state/draft/entryDraft'
import { useJournal } from '../../state/journal/journalStore'
import { useLayout } from '../../state/layout/layoutStore'
import { openToday } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import styles from './EntryPage.module.css'

export function NewDayLine({ entryDraft }: { readonly entryDraft: EntryDraft }) {
  const today = useJournal((journal) => journal.today)
  const [openedOn] = useState(today)
  const isEarlier = useStore(entryDraft.store, ({ day }) => day < today)
  const isNew = today !== openedOn && isEarlier
  // Opening a page shows it: the person is not called back from something else for that.
  const isShown = useLayout(({ view }) => view === 'page')
  useEffect(() => {
    const { day, status } = entryDraft.store.getState()
    if (isNew && isShown && day === openedOn && status.kind === 'new') openToday().catch(sayFailure)
  }, [isNew, isShown, openedOn, entryDraft])
  return (
    <div role="status">
      {isNew && (
        <p className={styles.newDay}>
          {messages.writing.newDay}
          <Button kind="quiet" onPress={() => void openToday().catch(sayFailure)}>
            {messages.writing.openToday}
          </Button>
        </p>
      )}
    </div>
  )
}
