/**
 * A year with a column for each week and a row for each weekday. One stop for Tab; inside, the arrows go by day and week, Page Up and Down by month,
 * Home and End to the ends of the year, and Enter opens the day.
 */
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useMemo, useRef } from 'react'
import { addDays, type Day } from '#shared/domain/day'
import { type Steps, stepOf } from '#shared/domain/overview/steps'
import type { Tally } from '#shared/domain/overview/tally'
import { type YearGrid, yearGrid } from '#shared/domain/overview/yearGrid'
import { firstWeekday, monthInWords, weekdayInWords } from '#shared/messages/dates'
import { useJournal } from '../../state/journal/journalStore'
import { dayAfterKey } from './dayAfterKey'
import { dayFacts } from './dayFacts'
import styles from './HeatMap.module.css'
import { openDay } from './openDay'
import { numberOf, type ShownMeasure } from './shownMeasure'

export interface HeatMapProps {
  readonly label: string
  readonly year: number
  readonly tallies: ReadonlyMap<Day, Tally>
  readonly measure: ShownMeasure
  readonly steps: Steps
  /** The one that has the tab stop. */
  readonly day: Day
  readonly onDay: (day: Day) => void
  readonly onHover: (day: Day | null) => void
}

/** Every second one is named: all seven would not fit beside their rows. */
const namedRows = [0, 2, 4, 6]

export const HeatMap = memo(function HeatMap({
  label,
  year,
  tallies,
  measure,
  steps,
  day,
  onDay,
  onHover,
}: HeatMapProps) {
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  const weekStart = useJournal(({ settings }) => settings.weekStart) ?? firstWeekday(locale)
  const grid = useMemo(() => yearGrid(year, weekStart), [year, weekStart])
  const rows = useMemo(() => {
    const named = grid.days.map((place) => ({
      ...place,
      label: dayFacts(place.day, tallies.get(place.day), today, locale),
    }))
    return [0, 1, 2, 3, 4, 5, 6].map((row) => named.filter((place) => place.row === row))
  }, [grid, tallies, today, locale])
  const table = useRef<HTMLTableElement>(null)
  const cellOf = (of: Day) => table.current?.querySelector<HTMLElement>(`[data-day="${of}"]`)

  // The end of the year is out of sight where the map is wider than its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another year is shown; moving on brings its day into view
  useEffect(() => {
    const place = table.current?.parentElement
    const cell = cellOf(day)
    if (place && cell) place.scrollLeft = cell.offsetLeft - place.clientWidth / 2
  }, [year])

  const pressed = (event: KeyboardEvent) => {
    const from = dayOf(event)
    if (from === null || event.ctrlKey || event.metaKey || event.altKey) return
    const next = dayAfterKey(from, event.key)
    if (next !== null) cellOf(next)?.focus()
    else if (event.key !== 'Enter' && event.key !== ' ') return
    else if (!openDay(from)) document.getElementById(offerId)?.focus()
    event.preventDefault()
  }
  const clicked = (event: MouseEvent) => {
    const at = dayOf(event)
    if (at !== null) openDay(at)
  }
  const onto = (event: { readonly target: EventTarget }) => {
    const at = dayOf(event)
    if (at !== null) onDay(at)
  }
  return (
    <div className={styles.place}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what a grid is made of.
        role="grid"
        aria-label={label}
        className={styles.map}
        onKeyDown={pressed}
        onClick={clicked}
        onFocus={onto}
        onMouseOver={(event) => onHover(dayOf(event))}
        onMouseLeave={() => onHover(null)}
      >
        <Months grid={grid} locale={locale} />
        <tbody>
          {rows.map((places, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its weekday.
            <tr key={row}>
              <th aria-hidden className={styles.weekday}>
                {namedRows.includes(row) && weekdayInWords(addDays('0001-01-01', weekStart - 1 + row), locale, 'short')}
              </th>
              {/* The year begins later in the week. */}
              {places[0]?.week === 1 && <td className={styles.outside} />}
              {places.map(({ day: of, label: facts }) => (
                <DayCell
                  key={of}
                  day={of}
                  label={facts}
                  step={stepOf(numberOf(tallies.get(of), measure), steps)}
                  isStop={of === day}
                  when={of === today ? 'today' : of > today ? 'ahead' : undefined}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})

/** The button that offers a page for an empty day. */
export const offerId = 'overview-offer'

interface DayCellProps {
  readonly day: Day
  readonly label: string
  readonly step: number
  readonly isStop: boolean
  readonly when: 'today' | 'ahead' | undefined
}

const DayCell = memo(function DayCell({ day, label, step, isStop, when }: DayCellProps) {
  return (
    <td
      data-day={day}
      data-when={when}
      aria-label={label}
      aria-current={when === 'today' ? 'date' : undefined}
      tabIndex={isStop ? 0 : -1}
      className={styles.day}
    >
      <span className={styles.square} data-step={step} />
    </td>
  )
})

function Months({ grid, locale }: { readonly grid: YearGrid; readonly locale: string }) {
  return (
    <thead aria-hidden>
      <tr>
        <td className={styles.corner} />
        {grid.months.map(({ month, week }, at) => (
          <th key={month} colSpan={(grid.months[at + 1]?.week ?? grid.weeks) - week} className={styles.month}>
            {monthInWords(month, locale, { month: 'short' })}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function dayOf({ target }: { readonly target: EventTarget }): Day | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-day]') : null
  return cell?.dataset.day ?? null
}
