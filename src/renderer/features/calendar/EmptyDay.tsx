/** Offers a page for a chosen day on which nothing is written. */
import { useEffect } from 'react'
import { defaultTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { openNew, useOpenPage } from '../../state/layout/openPageStore'
import { setEmptyDay, useRail } from '../../state/layout/railStore'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import styles from './EmptyDay.module.css'

export function EmptyDay() {
  const day = useRail((rail) => rail.emptyDay)
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  const opening = useOpenPage((page) => page.opening)
  // Whatever page was opened since, the question is answered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an opening is what this waits for
  useEffect(() => setEmptyDay(null), [opening])
  return (
    <div role="status">
      {day !== null && (
        <div className={styles.emptyDay}>
          <p>{messages.finding.nothingOn(dayInWords(day, today, locale))}</p>
          {day < today && (
            <Button className={styles.begin} onPress={() => openNew(defaultTemplate.id, day).catch(sayFailure)}>
              {messages.finding.writeOn}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
