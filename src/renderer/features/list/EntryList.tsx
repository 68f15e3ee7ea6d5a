/** Every entry, newest first, a heading for each day. Only the rows in view are in the page. */
import { memo, type RefObject, useDeferredValue } from 'react'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { entryName } from '../../state/journal/entryName'
import { useJournal } from '../../state/journal/journalStore'
import { openDay } from '../../state/journal/openDay'
import { openEntry, useOpenPage } from '../../state/layout/openPageStore'
import { clearFilter, isFiltering, useRail } from '../../state/layout/railStore'
import { sayFailure } from '../../state/sayFailure'
import { LongList, type LongListHandle } from '../../ui/LongList'
import { ListHead } from '../../ui/list/ListHead'
import styles from '../../ui/list/list.module.css'
import { Nothing } from '../../ui/list/Nothing'
import { timelinePlace } from '../../ui/list/places'
import { StillReading } from '../../ui/list/StillReading'
import { CaptureCard, captureInWords } from './CaptureCard'
import { DayHeading } from './DayHeading'
import { EntryCard, entryInWords } from './EntryCard'
import type { TimelineItem } from './timeline'
import { useTimeline } from './useTimeline'

const words = messages.finding

export function EntryList({ list }: { readonly list: RefObject<LongListHandle | null> }) {
  const complete = useJournal((journal) => journal.complete)
  const filter = useRail((rail) => rail.filter)
  const locale = useJournal((journal) => journal.locale)
  // Thousands of rows may come at once while someone is typing: the typing goes first.
  const { items, entries, captures: caught } = useDeferredValue(useTimeline(filter))
  const count = entries.length + caught.length
  return (
    <>
      {count > 0 && isFiltering(filter) && (
        <ListHead count={messages.counted.found(count, numberInWords(count, locale))} />
      )}
      {count === 0 && complete && (
        <Nothing sentence={words.noFiltered} action={{ label: words.clearFilters, run: clearFilter }} />
      )}
      {count > 0 && <Rows items={items} list={list} />}
      {!complete && <StillReading />}
    </>
  )
}

interface RowsProps {
  readonly items: readonly TimelineItem[]
  readonly list: RefObject<LongListHandle | null>
}

const Rows = memo(function Rows({ items, list }: RowsProps) {
  const current = useOpenPage(({ page }) => page?.entry.id ?? null)
  return (
    <LongList
      ref={list}
      label={words.rail}
      items={items}
      render={draw}
      nameOf={inWords}
      textOf={textOf}
      heightOf={heightOf}
      current={current}
      place={timelinePlace}
      onOpen={(item) => open(item).catch(sayFailure)}
      rowClassName={styles.row}
    />
  )
})

function draw(item: TimelineItem) {
  if (item.kind === 'day') return <DayHeading day={item.key} />
  return item.kind === 'entry' ? <EntryCard row={item.row} /> : <CaptureCard row={item.row} />
}

function inWords(item: TimelineItem): string {
  if (item.kind === 'day') return item.key
  return item.kind === 'entry' ? entryInWords(item.row) : captureInWords(item.row)
}

function textOf(item: TimelineItem): string {
  if (item.kind === 'day') return ''
  return item.kind === 'entry' ? entryName(item.row) : item.row.firstWords
}

/** Guesses in pixels. */
function heightOf({ kind }: TimelineItem): number {
  return kind === 'day' ? 38 : kind === 'entry' ? 57 : 31
}

/** An entry, or the page of a capture's day. */
async function open(item: TimelineItem): Promise<void> {
  if (item.kind === 'entry') await openEntry(item.key)
  else if (item.kind === 'capture') await openDay(item.row.day)
}
