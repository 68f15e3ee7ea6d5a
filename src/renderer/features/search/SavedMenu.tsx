/** Searches that were kept: chosen here, and the present one added. */
import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components'
import { maxSavedSearches } from '#shared/domain/search/savedSearch'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { IconButton } from '../../ui/IconButton'
import { Menu, type MenuAction } from '../../ui/Menu'
import { EditSavedDialog } from './EditSavedDialog'
import styles from './Finder.module.css'
import { SaveSearchDialog } from './SaveSearchDialog'

const words = messages.results
const none: readonly never[] = []

export interface SavedMenuProps {
  readonly query: string
  readonly onChoose: (query: string) => void
}

export function SavedMenu({ query, onChoose }: SavedMenuProps) {
  const saved = useJournal(({ settings }) => settings.savedSearches ?? none)
  const [dialog, setDialog] = useState<'save' | 'edit' | null>(null)
  const close = () => setDialog(null)
  const isFull = saved.length >= maxSavedSearches
  const chosen = saved.map(
    (search): MenuAction => ({
      id: `saved ${search.name}`,
      label: search.name,
      ...(search.query === search.name ? {} : { description: search.query }),
      run: () => onChoose(search.query),
    }),
  )
  const save: MenuAction = {
    id: 'save',
    label: words.save,
    ...(isFull ? { description: words.full } : {}),
    isDisabled: isFull || query.trim() === '',
    run: () => setDialog('save'),
  }
  const edit: MenuAction = { id: 'edit', label: words.edit, run: () => setDialog('edit') }
  return (
    <>
      <MenuTrigger>
        <IconButton label={words.saved} className={styles.tool}>
          <Bookmark />
        </IconButton>
        <Menu
          label={words.saved}
          placement="bottom end"
          sections={[
            ...(chosen.length > 0 ? [{ title: words.saved, actions: chosen }] : []),
            { actions: saved.length > 0 ? [save, edit] : [save] },
          ]}
        />
      </MenuTrigger>
      {dialog === 'save' && <SaveSearchDialog query={query.trim()} onClose={close} />}
      {dialog === 'edit' && <EditSavedDialog onClose={close} />}
    </>
  )
}
