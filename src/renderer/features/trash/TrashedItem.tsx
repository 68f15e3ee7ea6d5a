/** One thing in the trash. */
import { History, Undo2 } from 'lucide-react'
import { dayOf } from '#shared/domain/day'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import styles from './TrashDialog.module.css'
import type { TrashedThing } from './trashedThings'

const words = messages.finding

export interface TrashedItemProps {
  readonly thing: TrashedThing
  readonly onRestore: () => void
  readonly onErase: () => void
  readonly onHistory: () => void
}

export function TrashedItem({ thing, onRestore, onErase, onHistory }: TrashedItemProps) {
  const { today, locale, zone } = useJournal()
  const { name, day, kind, trashedAt, entry } = thing
  const deleted = dayInWords(dayOf({ at: trashedAt, zone }), today, locale)
  return (
    <li className={styles.entry}>
      <div className={styles.words}>
        <p dir="auto" className={styles.name}>
          {name}
        </p>
        <p className={styles.about}>
          {dayInWords(day, today, locale)}
          {kind !== undefined && ` · ${kind}`}
        </p>
        <p className={styles.about}>{words.trashedOn(deleted)}</p>
      </div>
      {entry !== null && (
        <IconButton label={messages.history.openNamed(name)} onPress={onHistory}>
          <History />
        </IconButton>
      )}
      <Button onPress={onRestore} aria-label={words.restoreNamed(name)}>
        <Undo2 />
        {words.restore}
      </Button>
      <Button kind="quiet" alert onPress={onErase} aria-label={words.eraseNamed(name)}>
        {words.erase}
      </Button>
    </li>
  )
}
