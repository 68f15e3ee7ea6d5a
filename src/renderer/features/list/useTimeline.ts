/** What the list shows of the journal. The same object until something of it looks different: a save alone draws nothing anew. */
import { useRef } from 'react'
import type { CaptureRow } from '#shared/domain/capture/captureRow'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import type { RecordRow } from '#shared/domain/record'
import { type ListFilter, matchesFilter } from '#shared/domain/search/listFilter'
import { useJournal } from '../../state/journal/journalStore'
import { isFiltering } from '../../state/layout/railStore'
import { noTimeline, type Timeline, timelineOf } from './timeline'

export function useTimeline(filter: ListFilter): Timeline {
  const known = useRef(noTimeline)
  const shown = useRef(noTimeline)
  const asked = useRef<{
    readonly rows: readonly EntryRow[]
    readonly captures: readonly CaptureRow[]
    readonly filter: ListFilter
  } | null>(null)
  return useJournal(({ rows, captures }) => {
    const before = asked.current
    // Asked again with each change of anything in the journal.
    if (before?.rows === rows && before.captures === captures && before.filter === filter) return shown.current
    asked.current = { rows, captures, filter }
    const matching = <R extends RecordRow>(all: readonly R[]): readonly R[] =>
      isFiltering(filter) ? all.filter((row) => matchesFilter(row, filter)) : all
    known.current = timelineOf(matching(rows), matching(captures), known.current)
    if (known.current.items !== shown.current.items) shown.current = known.current
    return shown.current
  })
}
