/** One year as a map of its days, what the chosen day has, and the same as a table. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Day } from '#shared/domain/day'
import { stepsOf } from '#shared/domain/overview/steps'
import { yearInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { Disclosure } from '../../ui/Disclosure'
import { IconButton } from '../../ui/IconButton'
import { practiceIcons } from '../../ui/practiceIcons'
import { Select } from '../../ui/Select'
import { DayFacts } from './DayFacts'
import { DaysTable } from './DaysTable'
import { HeatMap } from './HeatMap'
import { Legend } from './Legend'
import styles from './Overview.module.css'
import { isPractice, nameOf, numberOf, type ShownMeasure, shownMeasures } from './shownMeasure'
import { useYear } from './useAnswer'

const words = messages.overview

const choices = shownMeasures.map((id) => {
  const Icon = isPractice(id) ? practiceIcons[id] : null
  return { id, label: nameOf(id), icon: Icon && <Icon /> }
})

export function YearSection() {
  const { today, locale } = useJournal()
  const thisYear = Number(today.slice(0, 4))
  const [asked, setAsked] = useState(thisYear)
  const [measure, setMeasure] = useState<ShownMeasure>('entries')
  const [day, setDay] = useState<Day>(today)
  const [hovered, setHovered] = useState<Day | null>(null)
  const [tableIsOpen, setTableIsOpen] = useState(false)
  const { value } = useYear(asked)
  const tallies = useMemo(() => new Map(value?.days.map((tally) => [tally.day, tally])), [value])
  const steps = useMemo(() => stepsOf((value?.days ?? []).map((tally) => numberOf(tally, measure))), [value, measure])
  if (value === null) return null

  // As it is in the answer: the map, its name and its table change at once.
  const { year, days, years } = value
  const inWords = yearInWords(year, locale)
  const known = [...new Set([...years, thisYear])].sort((a, b) => a - b)
  const shown = Number(day.slice(0, 4)) === year ? day : (days.at(-1)?.day ?? `${String(year).padStart(4, '0')}-01-01`)
  const next = known.find((other) => other > year)
  const previous = known.findLast((other) => other < year)
  const step = (to: number | undefined) => {
    if (to !== undefined) setAsked(to)
  }
  return (
    <section className={styles.section} aria-labelledby="overview-year">
      <div className={styles.sectionHead}>
        <IconButton label={words.previousYear} isDisabled={previous === undefined} onPress={() => step(previous)}>
          <ChevronLeft />
        </IconButton>
        <h2 id="overview-year" className={`${styles.heading} ${styles.yearName}`} aria-live="polite">
          {inWords}
        </h2>
        <IconButton label={words.nextYear} isDisabled={next === undefined} onPress={() => step(next)}>
          <ChevronRight />
        </IconButton>
        <Select
          label={words.show}
          hideLabel
          choices={choices}
          value={measure}
          onChange={setMeasure}
          className={styles.measure ?? ''}
        />
      </div>
      <HeatMap
        label={words.map(nameOf(measure), inWords)}
        year={year}
        tallies={tallies}
        measure={measure}
        steps={steps}
        day={shown}
        onDay={setDay}
        onHover={setHovered}
      />
      <div className={styles.underMap}>
        <DayFacts
          day={hovered ?? shown}
          tally={tallies.get(hovered ?? shown)}
          isChosen={hovered === null || hovered === shown}
        />
        <Legend steps={steps} />
      </div>
      {days.length > 0 && (
        <Disclosure
          title={words.asTable}
          className={styles.table}
          isExpanded={tableIsOpen}
          onExpandedChange={setTableIsOpen}
        >
          {tableIsOpen && <DaysTable label={words.map(words.plots.entries, inWords)} days={days} />}
        </Disclosure>
      )}
    </section>
  )
}
