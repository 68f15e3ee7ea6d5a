/** Earlier versions, the newest first; the arrows walk through them. */
import { ListBox, ListBoxItem } from 'react-aria-components'
import { dayOf } from '#shared/domain/day'
import type { Version, VersionId } from '#shared/domain/entry/version'
import { dayInWords, numberInWords, timeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import styles from './HistoryDialog.module.css'

const words = messages.history

export interface VersionListProps {
  readonly versions: readonly Version[]
  readonly chosen: VersionId | null
  readonly onChoose: (version: VersionId) => void
}

export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const { today, locale } = useJournal()
  return (
    <ListBox
      aria-label={words.list}
      // The arrows are what one wants next.
      autoFocus
      className={styles.list ?? ''}
      items={versions}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const found = keys === 'all' ? undefined : versions.find(({ id }) => keys.has(id))
        if (found) onChoose(found.id)
      }}
      // The words of an item depend on these.
      dependencies={[today, locale]}
    >
      {({ id, updated, words: count, isCopy }) => {
        const when = words.at(dayInWords(dayOf(updated), today, locale), timeInWords(updated.at, updated.zone, locale))
        const counted = messages.counted.words(count, numberInWords(count, locale))
        const about = isCopy ? `${counted} · ${words.copy}` : counted
        return (
          <ListBoxItem id={id} textValue={`${when}, ${about}`} className={styles.version ?? ''}>
            <span className={styles.when}>{when}</span>
            <span className={styles.about}>{about}</span>
          </ListBoxItem>
        )
      }}
    </ListBox>
  )
}
