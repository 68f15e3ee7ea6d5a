/** Which reminders there are, when they are silent, and which come next. Each change is saved at once. */
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { pausedTo } from '#shared/domain/reminder/pause'
import { noReminders, type Reminder, type ReminderPlan } from '#shared/domain/reminder/reminder'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { useReminders } from '../../state/journal/remindersStore'
import { useSetting } from '../../state/journal/useSetting'
import { showPanel } from '../../state/layout/layoutStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { newReminder } from './defaultPlan'
import { Holidays } from './Holidays'
import { NextReminders } from './NextReminders'
import { Pause } from './Pause'
import { ReminderForm } from './ReminderForm'
import { ReminderItem } from './ReminderItem'
import styles from './RemindersDialog.module.css'

const words = messages.reminding

export function RemindersDialog() {
  const { value, error, change } = useSetting('reminders')
  const today = useJournal((journal) => journal.today)
  const plan = value ?? noReminders
  const [editing, setEditing] = useState<Reminder | null>(null)
  /** Whose button takes the focus when its form is gone. */
  const [edited, setEdited] = useState<string | null>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const notifies = useReminders((reminding) => reminding.notifies)
  const alter = (part: Partial<ReminderPlan>) => change({ ...plan, ...part })
  const replaced = (reminder: Reminder) => plan.reminders.map((one) => (one.id === reminder.id ? reminder : one))
  const isNew = editing !== null && plan.reminders.every(({ id }) => id !== editing.id)

  const edit = (reminder: Reminder | null) => {
    setEdited(editing?.id ?? null)
    setEditing(reminder)
  }
  const remove = (id: string) => {
    addButton.current?.focus()
    alter({ reminders: plan.reminders.filter((one) => one.id !== id) })
  }
  const save = (reminder: Reminder) => {
    edit(null)
    alter({
      reminders: isNew ? [...plan.reminders, reminder] : replaced(reminder),
    })
  }

  return (
    <Dialog title={words.title} isOpen onClose={() => showPanel(null)}>
      {error !== undefined && (
        <p role="alert" className={styles.failure}>
          {error}
        </p>
      )}
      {!notifies && <p className={styles.hint}>{words.notShown}</p>}
      <ul>
        {plan.reminders.map((reminder) => (
          <li key={reminder.id} className={styles.reminder}>
            {editing?.id === reminder.id ? (
              <ReminderForm reminder={editing} onSave={save} onCancel={() => edit(null)} />
            ) : (
              <ReminderItem
                reminder={reminder}
                isFocused={edited === reminder.id}
                onEdit={() => edit(reminder)}
                onSwitch={(enabled) => alter({ reminders: replaced({ ...reminder, enabled }) })}
                onRemove={() => remove(reminder.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {isNew ? (
        <div className={styles.reminder}>
          <ReminderForm reminder={editing} onSave={save} onCancel={() => edit(null)} />
        </div>
      ) : (
        <Button
          className={styles.add}
          ref={addButton}
          autoFocus={edited !== null && plan.reminders.every(({ id }) => id !== edited)}
          onPress={() => edit(newReminder({ name: '' }))}
        >
          <Plus />
          {words.add}
        </Button>
      )}
      <section className={styles.group}>
        <h3 className={styles.title}>{words.next}</h3>
        <NextReminders pausedUntil={plan.pausedUntil} />
      </section>
      <section className={styles.group}>
        <h3 className={styles.title}>{words.pause}</h3>
        <Pause pausedUntil={plan.pausedUntil} onChange={(until) => change(pausedTo(plan, until, today))} />
      </section>
      <section className={styles.group}>
        <h3 className={styles.title}>{words.holidays}</h3>
        <Holidays holidays={plan.holidays} onChange={(holidays) => alter({ holidays })} />
      </section>
    </Dialog>
  )
}
