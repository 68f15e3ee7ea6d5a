/** One capture: its kind and time, and its words. */
import { Trash2 } from 'lucide-react'
import type { Capture } from '#shared/domain/capture'
import { timeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journalStore'
import { IconButton } from '../../ui/IconButton'
import styles from './Captures.module.css'

const words = messages.capturing

export interface CapturedThoughtProps {
  readonly capture: Capture
  readonly onDiscard: () => void
}

export function CapturedThought({ capture: { kind, text, created }, onDiscard }: CapturedThoughtProps) {
  const locale = useJournal((journal) => journal.locale)
  return (
    <li className={styles.capture}>
      <div className={styles.head}>
        <p className={styles.about}>
          <span className={styles.kind}>{words.kinds[kind]}</span>
          <time dateTime={created.at}>{timeInWords(created.at, created.zone, locale)}</time>
        </p>
        <IconButton className={styles.discard} label={words.discard(text)} onPress={onDiscard}>
          <Trash2 />
        </IconButton>
      </div>
      <p className={styles.text}>{text}</p>
    </li>
  )
}
