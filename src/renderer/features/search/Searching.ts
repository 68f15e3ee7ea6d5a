/**
 * Asks main as the person types, and again whenever the journal has changed. Answers that come too late are dropped. Shows nothing: it is a
 * part of its own so that a save, which changes the rows, draws nothing else of the rail anew.
 */
import { useEffect, useState } from 'react'
import { failureCodeOf, listen, request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { useRail } from '../../state/layout/railStore'

/** Short enough to feel like typing, long enough not to ask for each letter of a quick word; in milliseconds. */
const pause = 80

export function Searching(): null {
  const query = useRail((rail) => rail.query)
  const filter = useRail((rail) => rail.filter)
  const limit = useRail((rail) => rail.limit)
  const rows = useJournal((journal) => journal.rows)
  const complete = useJournal((journal) => journal.complete)
  const [captures, setCaptures] = useState(0)
  useEffect(() => listen('capturesChanged', () => setCaptures((times) => times + 1)), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows, complete and captures say that the answer may be another one now
  useEffect(() => {
    if (query.trim() === '') return
    let late = false
    const timer = setTimeout(() => {
      request('search.find', { query, ...filter, limit }).then(
        (found) => {
          if (!late) useRail.setState({ answer: { query, found }, failure: null })
        },
        (error: unknown) => {
          if (!late) useRail.setState({ failure: failureCodeOf(error) })
        },
      )
    }, pause)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [query, filter, limit, rows, complete, captures])
  return null
}
