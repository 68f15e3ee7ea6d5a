/** How much room all earlier versions of pages may take. */
import { defaultVersionLimit, versionLimits } from '#shared/domain/entry/version'
import { messages } from '#shared/messages/messages'
import { sizeInWords } from '#shared/messages/sizes'
import { useJournal } from '../../state/journal/journalStore'
import { useSetting } from '../../state/journal/useSetting'
import { Select } from '../../ui/Select'
import styles from './SettingsDialog.module.css'

const words = messages.history

export function VersionLimitField() {
  const locale = useJournal((journal) => journal.locale)
  const { value, change, error } = useSetting('versionLimit')
  const chosen = value ?? defaultVersionLimit
  // One that another version of the app offered stays one of the choices.
  const limits = [...new Set([...versionLimits, chosen])].sort((a, b) => a - b)
  return (
    <Select
      label={words.limit}
      hint={words.limitHint}
      choices={limits.map((limit) => ({ id: String(limit), label: sizeInWords(limit * 1_000_000, locale) }))}
      value={String(chosen)}
      onChange={(id) => change(Number(id))}
      error={error}
      className={styles.short ?? ''}
    />
  )
}
