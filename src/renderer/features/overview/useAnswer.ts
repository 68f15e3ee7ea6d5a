/** What main counts, asked for again whenever the journal has changed. Answers that come too late are dropped. */
import { useCallback, useEffect, useState } from 'react'
import type { Overall, YearOverview } from '#shared/contract/overview'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'

export interface Answer<T> {
  /** The latest there was; null before the first. */
  readonly value: T | null
  readonly failed: boolean
  readonly again: () => void
}

export function useYear(year: number): Answer<YearOverview> {
  return useAnswer(useCallback(() => request('overview.year', { year }), [year]))
}

export function useWholeTime(): Answer<Overall> {
  return useAnswer(askWholeTime)
}

const askWholeTime = () => request('overview.statistics', undefined)

function useAnswer<T>(ask: () => Promise<T>): Answer<T> {
  const { rows, captures, complete, today } = useJournal()
  const plan = useJournal(({ settings }) => settings.reminders)
  const [value, setValue] = useState<T | null>(null)
  const [failed, setFailed] = useState(false)
  const [times, setTimes] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: all but `ask` say that the answer may be another one now
  useEffect(() => {
    let late = false
    ask().then(
      (answer) => {
        if (late) return
        setValue(answer)
        setFailed(false)
      },
      () => {
        if (!late) setFailed(true)
      },
    )
    return () => {
      late = true
    }
  }, [ask, rows, captures, complete, today, plan, times])
  return { value, failed, again: () => setTimes(times + 1) }
}
