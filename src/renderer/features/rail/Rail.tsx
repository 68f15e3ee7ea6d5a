/** Where entries are found: a month, a search, and the list. Fills its container. */
import { useRef } from 'react'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import type { LongListHandle } from '../../ui/LongList'
import { EmptyDay } from './EmptyDay'
import { EntryList } from './EntryList'
import { Finder } from './Finder'
import { FoundList } from './FoundList'
import { NoEntries } from './NoEntries'
import styles from './Rail.module.css'
import { RailCalendar } from './RailCalendar'
import { useRail } from './railStore'
import { Searching } from './Searching'

export function Rail() {
  const isEmpty = useJournal(({ rows, captures }) => rows.length === 0 && captures.length === 0)
  const isSearching = useRail(({ query }) => query.trim() !== '')
  const list = useRef<LongListHandle>(null)
  return (
    <nav
      aria-label={messages.finding.rail}
      className={isSearching ? `${styles.rail} ${styles.searching}` : styles.rail}
    >
      <Searching />
      <RailCalendar />
      <EmptyDay />
      {isEmpty ? (
        <NoEntries />
      ) : (
        <>
          <Finder list={list} />
          {isSearching ? <FoundList list={list} /> : <EntryList list={list} />}
        </>
      )}
    </nav>
  )
}
