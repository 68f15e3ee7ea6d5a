/** The words of an earlier version, with what became of them since. */
import { useMemo } from 'react'
import type { Entry } from '#shared/domain/entry/entry'
import { changes } from '#shared/domain/text/differences'
import { messages } from '#shared/messages/messages'
import { entryText } from '../../state/draft/pageText'
import { Changes } from '../../ui/Changes'
import styles from './HistoryDialog.module.css'

const words = messages.history

export interface ComparisonProps {
  readonly earlier: Entry
  readonly now: Entry
}

export function Comparison({ earlier, now }: ComparisonProps) {
  const [before, after] = useMemo(() => [entryText(earlier), entryText(now)], [earlier, now])
  const found = useMemo(() => changes(before, after), [before, after])
  const about = before === after ? words.same : found === null ? words.tooDifferent : words.legend
  return (
    <>
      <p className={styles.hint}>{about}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls has to be reachable by keyboard. */}
      <section dir="auto" className={styles.text} tabIndex={0} aria-label={words.comparison}>
        {found === null ? before : <Changes changes={found} />}
      </section>
    </>
  )
}
