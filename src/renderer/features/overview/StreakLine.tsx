/** Days in a row, in words; for those who would rather not count them, hidden. */
import type { Streak } from '#shared/domain/overview/streak'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { useSetting } from '../../state/journal/useSetting'
import { Button } from '../../ui/Button'
import styles from './Overview.module.css'

const words = messages.overview.streak

/** A single day is no row. */
const least = 2

export function StreakLine({ streak: { current, longest } }: { readonly streak: Streak }) {
  const locale = useJournal((journal) => journal.locale)
  const { value: isHidden = false, error, change } = useSetting('hidesStreak')
  if (longest < least) return null
  const days = (count: number) => messages.counted.days(count, numberInWords(count, locale))
  const sentence =
    current < least
      ? words.past(days(longest))
      : current === longest
        ? words.best(days(current))
        : words.current(days(current), days(longest))
  return (
    <p className={styles.streak}>
      {!isHidden && (
        <span>
          {sentence} <span className={styles.rule}>{words.rule}</span>
        </span>
      )}
      <Button kind="quiet" onPress={() => change(!isHidden)}>
        {isHidden ? words.show : words.hide}
      </Button>
      {error !== undefined && <span role="alert">{error}</span>}
    </p>
  )
}
