/** Keeps the present search under a name; its own words are offered for one. */
import { useState } from 'react'
import { maxSavedName, savedUnder, withSearch } from '#shared/domain/search/savedSearch'
import { messages } from '#shared/messages/messages'
import { changeSettings, useJournal } from '../../state/journal/journalStore'
import { failureInWords } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/TextField'

const words = messages.results

export interface SaveSearchDialogProps {
  readonly query: string
  readonly onClose: () => void
}

export function SaveSearchDialog({ query, onClose }: SaveSearchDialogProps) {
  const saved = useJournal(({ settings }) => settings.savedSearches) ?? []
  const [name, setName] = useState(query.slice(0, maxSavedName))
  const [error, setError] = useState<string>()
  const replaces = savedUnder(name, saved) !== undefined
  const save = async () => {
    if (name.trim() === '') {
      setError(words.nameMissing)
      return
    }
    try {
      await changeSettings({ savedSearches: withSearch(saved, name, query) })
      showToast(words.savedAs(name.trim()))
      onClose()
    } catch (failure) {
      setError(failureInWords(failure))
    }
  }
  return (
    <Dialog
      title={words.saveTitle}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{messages.writing.cancel}</Button>
          <Button kind="primary" onPress={() => void save()}>
            {replaces ? words.replaceAction : words.saveAction}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={words.name}
          value={name}
          onChange={(next) => {
            setName(next)
            setError(undefined)
          }}
          maxLength={maxSavedName}
          hint={replaces ? words.nameReplaces : words.nameHint(query)}
          error={error}
          autoFocus
          onFocus={({ target }) => {
            if (target instanceof HTMLInputElement) target.select()
          }}
        />
      </form>
    </Dialog>
  )
}
