/** What the day has that is pointed at or chosen; an empty one that is chosen can be written on. */
import type { Day } from '#shared/domain/day'
import type { Tally } from '#shared/domain/overview/tally'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { Button } from '../../ui/Button'
import { dayFacts } from './dayFacts'
import { offerId } from './HeatMap'
import styles from './Overview.module.css'
import { writeOn } from './openDay'

export interface DayFactsProps {
  readonly day: Day
  readonly tally: Tally | undefined
  readonly isChosen: boolean
}

export function DayFacts({ day, tally, isChosen }: DayFactsProps) {
  const { today, locale } = useJournal()
  const isOffered = isChosen && tally === undefined && day < today
  return (
    <p className={styles.facts}>
      {/* The day that has the focus says the same by itself. */}
      <span>{dayFacts(day, tally, today, locale)}</span>
      {isOffered && (
        <Button id={offerId} kind="quiet" onPress={() => writeOn(day)}>
          {messages.overview.writeOn}
        </Button>
      )}
    </p>
  )
}
