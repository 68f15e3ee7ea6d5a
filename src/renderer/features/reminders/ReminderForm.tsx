/** A reminder being made or changed. Nothing of it holds until it is saved. */
import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { Reminder } from '#shared/domain/reminder/reminder'
import { silencerOf, silencers } from '#shared/domain/reminder/reminderSilence'
import { builtInTemplates, findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { firstWeekday } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { Switch } from '../../ui/Switch'
import { TextField } from '../../ui/TextField'
import { TimeField } from '../../ui/TimeField'
import { WeekdayPicker } from '../../ui/WeekdayPicker'
import styles from './RemindersDialog.module.css'

const words = messages.reminding

export interface ReminderFormProps {
  readonly reminder: Reminder
  readonly onSave: (reminder: Reminder) => void
  readonly onCancel: () => void
}

export function ReminderForm({ reminder, onSave, onCancel }: ReminderFormProps) {
  const locale = useJournal((journal) => journal.locale)
  const weekStart = useJournal((journal) => journal.settings.weekStart)
  const [draft, setDraft] = useState(reminder)
  const [wasTried, setTried] = useState(false)
  const alter = (part: Partial<Reminder>) => setDraft((before) => ({ ...before, ...part }))
  const nameMissing = draft.name.trim() === ''
  const silencer = silencerOf(draft)
  const opens = findTemplate(draft.template)?.name ?? draft.template
  const daysMissing = draft.weekdays.length === 0

  const save = () => {
    setTried(true)
    if (!nameMissing && !daysMissing) onSave({ ...draft, name: draft.name.trim() })
  }

  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField
        label={words.name}
        value={draft.name}
        onChange={(name) => alter({ name })}
        maxLength={100}
        autoFocus
        error={wasTried && nameMissing ? words.nameMissing : undefined}
      />
      <WeekdayPicker
        label={words.days}
        value={draft.weekdays}
        onChange={(weekdays) => alter({ weekdays })}
        firstDay={weekStart ?? firstWeekday(locale)}
        locale={locale}
        error={wasTried && daysMissing ? words.daysMissing : undefined}
      />
      <div className={styles.row}>
        <TimeField label={words.time} value={draft.time} onChange={(time) => alter({ time })} />
        <Select
          label={words.template}
          choices={builtInTemplates.map(({ id, name }) => ({ id, label: name }))}
          value={draft.template}
          onChange={(template) => alter({ template })}
          className={styles.template ?? ''}
        />
      </div>
      <Switch
        label={words.onlyIfUnwritten}
        value={draft.onlyIfUnwritten}
        onChange={(onlyIfUnwritten) => alter({ onlyIfUnwritten })}
      />
      {silencer !== null && (
        <Select
          label={words.silencedBy}
          choices={silencers.map((id) => ({ id, label: words.silencers[id](opens) }))}
          value={silencer}
          onChange={(silencedBy) => alter({ silencedBy })}
        />
      )}
      <div className={styles.actions}>
        <Button kind="quiet" onPress={onCancel}>
          {words.cancel}
        </Button>
        <Button type="submit">{words.save}</Button>
      </div>
    </Form>
  )
}
