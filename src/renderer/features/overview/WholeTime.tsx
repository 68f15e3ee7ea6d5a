/** What all of it comes to, and how it went: in a line of words, as plots, and as a table. */
import { useMemo, useState } from 'react'
import type { Overall } from '#shared/contract/overview'
import { periodsOf } from '#shared/domain/overview/periods'
import type { Statistics } from '#shared/domain/overview/statistics'
import { dayInWords, numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { Disclosure } from '../../ui/Disclosure'
import { factsInWords } from './factsInWords'
import { MonthsTable } from './MonthsTable'
import styles from './Overview.module.css'
import { Plot } from './Plot'
import { PracticePlots } from './PracticePlots'
import { StreakLine } from './StreakLine'

const words = messages.overview

export function WholeTime({ overall: { months, totals, streak } }: { readonly overall: Overall }) {
  const [tableIsOpen, setTableIsOpen] = useState(false)
  const spans = useMemo(() => periodsOf(months), [months])
  // While the first pages are still being read.
  if (spans === null) return null
  return (
    <section className={styles.section} aria-labelledby="overview-whole">
      <div className={styles.sectionHead}>
        <h2 id="overview-whole" className={styles.heading}>
          {words.wholeTime}
        </h2>
      </div>
      <Totals totals={totals} />
      <StreakLine streak={streak} />
      <div className={styles.plots}>
        {(['entries', 'words'] as const).map((measure) => (
          <Plot
            key={measure}
            title={words.plotTitle(words.plots[measure], words.by[spans.length])}
            spans={spans}
            numberOf={(period) => period[measure]}
          />
        ))}
      </div>
      <PracticePlots spans={spans} />
      <Disclosure
        title={words.asTable}
        className={styles.table}
        isExpanded={tableIsOpen}
        onExpandedChange={setTableIsOpen}
      >
        {tableIsOpen && <MonthsTable months={months} />}
      </Disclosure>
    </section>
  )
}

function Totals({ totals }: Pick<Statistics, 'totals'>) {
  const { today, locale } = useJournal()
  if (totals.firstDay === null) return null
  const things = factsInWords(totals, locale)
  const first = dayInWords(totals.firstDay, today, locale)
  const days = messages.counted.days(totals.days, numberInWords(totals.days, locale))
  return (
    <p className={styles.total}>
      {totals.days === 1 ? words.totalOfOneDay(things, first) : words.total(things, days, first)}
    </p>
  )
}
