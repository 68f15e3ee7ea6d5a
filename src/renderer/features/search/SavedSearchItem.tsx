/** One kept search: its name, which can be another one, and the way to remove it. */
import { X } from 'lucide-react'
import { useState } from 'react'
import { maxSavedName, type SavedSearch, savedUnder } from '#shared/domain/search/savedSearch'
import { messages } from '#shared/messages/messages'
import { IconButton } from '../../ui/IconButton'
import { TextField } from '../../ui/TextField'
import styles from './EditSavedDialog.module.css'

const words = messages.results

export interface SavedSearchItemProps {
  readonly search: SavedSearch
  readonly others: readonly SavedSearch[]
  readonly onRename: (name: string) => void
  readonly onRemove: () => void
}

export function SavedSearchItem({ search, others, onRename, onRemove }: SavedSearchItemProps) {
  const [name, setName] = useState(search.name)
  const [known, setKnown] = useState(search.name)
  if (known !== search.name) {
    setKnown(search.name)
    setName(search.name)
  }
  const error =
    name.trim() === '' ? words.nameMissing : savedUnder(name, others) === undefined ? undefined : words.nameTaken
  /** On leaving the field or Enter: while one types, a name may be another's for a moment. */
  const keep = () => {
    if (error !== undefined) setName(search.name)
    else if (name.trim() !== search.name) onRename(name.trim())
  }
  return (
    <li className={styles.item}>
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={maxSavedName}
        hint={words.nameHint(search.query)}
        error={error}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && error === undefined) keep()
          else event.continuePropagation()
        }}
        className={styles.name}
      />
      <IconButton label={words.remove(search.name)} onPress={onRemove}>
        <X />
      </IconButton>
    </li>
  )
}
