/** One reminder in the list: on or off, when it comes, what it opens. */
import { Pencil, Trash2 } from 'lucide-react'
import type { Reminder } from '#shared/domain/reminder/reminder'
import { findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { wallTimeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { IconButton } from '../../ui/IconButton'
import { Switch } from '../../ui/Switch'
import styles from './RemindersDialog.module.css'
import { weekdaysInWords } from './weekdaysInWords'

const words = messages.reminding

export interface ReminderItemProps {
  readonly reminder: Reminder
  /** Its button for changing takes the focus. */
  readonly isFocused: boolean
  readonly onEdit: () => void
  readonly onSwitch: (enabled: boolean) => void
  readonly onRemove: () => void
}

export function ReminderItem({ reminder, isFocused, onEdit, onSwitch, onRemove }: ReminderItemProps) {
  const locale = useJournal((journal) => journal.locale)
  const { name, time, weekdays, template, enabled } = reminder
  const opens = findTemplate(template)?.name ?? template
  return (
    <div className={styles.item}>
      <Switch label={words.enabled(name)} hideLabel value={enabled} onChange={onSwitch} />
      <div className={styles.words}>
        <p dir="auto" className={styles.name}>
          {name}
        </p>
        <p className={styles.about}>
          {words.when(wallTimeInWords(time, locale), weekdaysInWords(weekdays, locale))}
          {opens !== name && ` · ${opens}`}
        </p>
      </div>
      <IconButton label={words.editNamed(name)} onPress={onEdit} autoFocus={isFocused}>
        <Pencil />
      </IconButton>
      <IconButton label={words.removeNamed(name)} onPress={onRemove}>
        <Trash2 />
      </IconButton>
    </div>
  )
}
