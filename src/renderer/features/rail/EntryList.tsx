/** Every entry, newest first, a heading for each day. Only the rows in view are in the page. */
import { memo, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Collection, GridList, GridListHeader, GridListSection, ListLayout, Virtualizer } from 'react-aria-components'
import { captureKindOf } from '#shared/domain/captureSearch'
import type { Day } from '#shared/domain/day'
import { matchesFilter } from '#shared/domain/listFilter'
import { dayInWords, numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journalStore'
import { openEntry, useOpenPage } from '../../state/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { CaptureItem } from './CaptureItem'
import { type DayGroup, dayGroups, inDays } from './dayGroups'
import { EntryItem } from './EntryItem'
import { ListHead } from './ListHead'
import styles from './list.module.css'
import { Nothing } from './Nothing'
import { openDay } from './openDay'
import { clearFilter, isFiltering, useRail } from './railStore'

const words = messages.finding

/** Estimates in pixels; rows are measured when they come into view. */
const sizes = { estimatedRowHeight: 54, estimatedHeadingHeight: 38 }

export function EntryList({ list }: { readonly list: RefObject<HTMLDivElement | null> }) {
  const rows = useJournal((journal) => journal.rows)
  const captures = useJournal((journal) => journal.captures)
  const complete = useJournal((journal) => journal.complete)
  const filter = useRail((rail) => rail.filter)
  const locale = useJournal((journal) => journal.locale)
  const known = useRef<readonly DayGroup[]>([])
  known.current = useMemo(
    () =>
      dayGroups(
        inDays(rows, captures).filter((row) => matchesFilter(row, filter)),
        known.current,
      ),
    [rows, captures, filter],
  )
  // Thousands of rows may come at once while someone is typing: the typing goes first.
  const groups = useDeferredValue(known.current)
  return (
    <>
      {groups.length > 0 && isFiltering(filter) && <ListHead count={counted(groups, locale)} />}
      {groups.length === 0 && complete && (
        <Nothing sentence={words.noFiltered} action={{ label: words.clearFilters, run: clearFilter }} />
      )}
      {groups.length > 0 && <Days groups={groups} list={list} />}
      {!complete && (
        <p role="status" className={styles.reading}>
          {words.stillReading}
        </p>
      )}
    </>
  )
}

interface DaysProps {
  readonly groups: readonly DayGroup[]
  readonly list: RefObject<HTMLDivElement | null>
}

const Days = memo(function Days({ groups, list }: DaysProps) {
  const [layout] = useState(() => new ListLayout(sizes))
  useOpenEntryInView(list, layout)
  return (
    <Virtualizer layout={layout}>
      <GridList
        ref={list}
        aria-label={words.rail}
        items={groups}
        className={styles.list ?? ''}
        onAction={(id) => open(String(id)).catch(sayFailure)}
      >
        {(group) => (
          <GridListSection id={group.id}>
            <GridListHeader className={styles.day ?? ''}>
              <DayHeading day={group.id} />
            </GridListHeader>
            <Collection items={group.rows}>
              {(row) => (captureKindOf(row) === null ? <EntryItem row={row} /> : <CaptureItem row={row} />)}
            </Collection>
          </GridListSection>
        )}
      </GridList>
    </Virtualizer>
  )
})

/** An entry, or the page of a capture's day. */
function open(id: string): Promise<void> {
  const capture = useJournal.getState().captures.find((row) => row.id === id)
  return capture ? openDay(capture.day) : openEntry(id)
}

function counted(groups: readonly DayGroup[], locale: string): string {
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return messages.counted.entries(count, numberInWords(count, locale))
}

function DayHeading({ day }: { readonly day: Day }) {
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  return <>{dayInWords(day, today, locale)}</>
}

/** Brings the open entry's row into view when it was opened from elsewhere. */
function useOpenEntryInView(list: RefObject<HTMLDivElement | null>, layout: ListLayout<unknown>): void {
  const id = useOpenPage(({ page }) => page?.entry.id)
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const place = id === undefined ? null : layout.getLayoutInfo(id)
      if (place === null || list.current === null) return
      const { scrollTop, clientHeight } = list.current
      const { y, maxY } = place.rect
      if (y < scrollTop || maxY > scrollTop + clientHeight) {
        list.current.scrollTop = y - sizes.estimatedHeadingHeight
      }
    })
    return () => cancelAnimationFrame(frame)
  }, [id, list, layout])
}
