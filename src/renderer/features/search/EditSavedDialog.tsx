/** The kept searches, to be renamed and removed. A name counts as soon as it is one. */
import { useRef } from 'react'
import { messages } from '#shared/messages/messages'
import { useSetting } from '../../state/journal/useSetting'
import { Dialog } from '../../ui/Dialog'
import styles from './EditSavedDialog.module.css'
import { SavedSearchItem } from './SavedSearchItem'

const words = messages.results

export function EditSavedDialog({ onClose }: { readonly onClose: () => void }) {
  const { value = [], error, change } = useSetting('savedSearches')
  const list = useRef<HTMLUListElement>(null)
  const remove = (at: number) => {
    // The button goes with its search: the next one takes the focus, else what closes the dialog.
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const next = buttons[at + 1] ?? buttons[at - 1]
    const other = next ?? list.current?.closest('[role="dialog"]')?.querySelector('button')
    other?.focus()
    change(value.filter((_, index) => index !== at))
  }
  return (
    <Dialog title={words.saved} isOpen onClose={onClose} size="small">
      {error !== undefined && (
        <p role="alert" className={styles.failure}>
          {error}
        </p>
      )}
      {value.length === 0 && (
        <p role="status" className={styles.none}>
          {words.noSaved}
        </p>
      )}
      <ul ref={list} className={styles.list}>
        {value.map((search, at) => (
          <SavedSearchItem
            // Not by its name, which changes under the caret.
            // biome-ignore lint/suspicious/noArrayIndexKey: an item begins anew when another search comes to its place
            key={at}
            search={search}
            others={value.filter((other) => other !== search)}
            onRename={(name) => change(value.map((one) => (one === search ? { ...one, name } : one)))}
            onRemove={() => remove(at)}
          />
        ))}
      </ul>
    </Dialog>
  )
}
