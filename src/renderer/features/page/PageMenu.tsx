/** The seldom things: another day, earlier versions, a copy, a file, the trash. */
import { CalendarDays, Copy, Ellipsis, FileDown, History, Trash2 } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { useStore } from 'zustand'
import { messages } from '#shared/messages/messages'
import type { EntryDraft } from '../../state/draft/entryDraft'
import { useCommandKeys } from '../../state/journal/commandKeysStore'
import { showPanel } from '../../state/layout/layoutStore'
import { sayFailure } from '../../state/sayFailure'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { copyAsMarkdown, exportEntry, moveToTrash, openHistory } from './pageActions'

export function PageMenu({ entryDraft }: { readonly entryDraft: EntryDraft }) {
  const stored = useStore(entryDraft.store, ({ revision }) => revision > 0)
  const isDisabled = !stored
  const keys = useCommandKeys().of
  return (
    <MenuTrigger>
      <IconButton label={messages.writing.more}>
        <Ellipsis />
      </IconButton>
      <Menu
        label={messages.writing.more}
        placement="bottom end"
        sections={[
          {
            actions: [
              { id: 'move', label: messages.writing.moveTo, icon: CalendarDays, run: () => showPanel('move') },
              {
                id: 'history',
                label: messages.history.open,
                icon: History,
                keys: keys.get('history'),
                isDisabled,
                run: () => void openHistory().catch(sayFailure),
              },
              {
                id: 'copy',
                label: messages.commands.copyMarkdown,
                icon: Copy,
                keys: keys.get('copyMarkdown'),
                isDisabled,
                run: () => void copyAsMarkdown().catch(sayFailure),
              },
              {
                id: 'export',
                label: messages.commands.exportEntry,
                icon: FileDown,
                isDisabled,
                run: () => void exportEntry().catch(sayFailure),
              },
            ],
          },
          {
            actions: [
              {
                id: 'trash',
                label: messages.writing.moveToTrash,
                icon: Trash2,
                alert: true,
                isDisabled,
                run: () => void moveToTrash(entryDraft).catch(sayFailure),
              },
            ],
          },
        ]}
      />
    </MenuTrigger>
  )
}
