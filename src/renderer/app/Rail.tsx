/** Where entries are found: a month, a search, and the list. Fills its container. */
import { useDeferredValue, useRef } from 'react'
import { messages } from '#shared/messages/messages'
import { EmptyDay } from '../features/calendar/EmptyDay'
import { RailCalendar } from '../features/calendar/RailCalendar'
import { EntryList } from '../features/list/EntryList'
import { NoEntries } from '../features/list/NoEntries'
import { Finder } from '../features/search/Finder'
import { FoundList } from '../features/search/FoundList'
import { Searching } from '../features/search/Searching'
import { useJournal } from '../state/journal/journalStore'
import { useRail } from '../state/layout/railStore'
import type { LongListHandle } from '../ui/LongList'
import styles from './Rail.module.css'

export function Rail() {
  const isEmpty = useJournal(({ rows, captures }) => rows.length === 0 && captures.length === 0)
  const isSearching = useRail(({ query }) => query.trim() !== '')
  const list = useRef<LongListHandle>(null)
  // Today's page comes first: the list is drawn once it has the caret. The search's field is there with the rail: a key may ask for it at once.
  const isListDrawn = useDeferredValue(true, false)
  return (
    <nav aria-label={messages.finding.rail} className={styles.rail}>
      <Searching />
      <RailCalendar />
      <EmptyDay />
      {isEmpty ? (
        <NoEntries />
      ) : (
        <>
          <Finder list={list} />
          {isListDrawn && (isSearching ? <FoundList list={list} /> : <EntryList list={list} />)}
        </>
      )}
    </nav>
  )
}
