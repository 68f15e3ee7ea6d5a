/** The days on which something is written: a save of what stands on one of them draws nothing anew. */
import { useRef } from 'react'
import type { Day } from '#shared/domain/day'
import { useJournal } from '../../state/journal/journalStore'
import { noWrittenDays, writtenDays } from './writtenDays'

export function useWrittenDays(): ReadonlySet<Day> {
  const known = useRef(noWrittenDays)
  return useJournal(({ rows }) => {
    known.current = writtenDays(rows, known.current)
    return known.current.days
  })
}
