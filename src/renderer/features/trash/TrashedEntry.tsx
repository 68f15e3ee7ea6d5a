/** One entry in the trash. */
import { Undo2 } from 'lucide-react'
import type { TrashedRow } from '#shared/contract/responses'
import { findTemplate } from '#shared/domain/builtInTemplates'
import { dayOf } from '#shared/domain/day'
import { messages } from '#shared/messages/messages'
import { dayInWords } from '../../state/dates'
import { entryName } from '../../state/entryName'
import { useJournal } from '../../state/journalStore'
import { Button } from '../../ui/Button'
import styles from './TrashDialog.module.css'

const words = messages.finding

export interface TrashedEntryProps {
  readonly entry: TrashedRow
  readonly onRestore: () => void
  readonly onErase: () => void
}

export function TrashedEntry({ entry: { row, trashedAt }, onRestore, onErase }: TrashedEntryProps) {
  const { today, locale, zone } = useJournal()
  const name = entryName(row)
  const deleted = dayInWords(dayOf({ at: trashedAt, zone }), today, locale)
  const kind = findTemplate(row.template)?.name
  return (
    <li className={styles.entry}>
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        <p className={styles.about}>
          {dayInWords(row.day, today, locale)}
          {kind !== undefined && ` · ${kind}`}
        </p>
        <p className={styles.about}>{words.trashedOn(deleted)}</p>
      </div>
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
