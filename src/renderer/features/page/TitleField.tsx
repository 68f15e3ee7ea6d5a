/** The entry's title, written in place. Enter goes on to the answers. */
import { useStore } from 'zustand'
import { maxTitleLength } from '#shared/domain/entry/entry'
import { messages } from '#shared/messages/messages'
import type { EntryDraft } from '../../state/draft/entryDraft'
import styles from './PageHead.module.css'

export function TitleField({ entryDraft }: { readonly entryDraft: EntryDraft }) {
  const title = useStore(entryDraft.store, (state) => state.title)
  return (
    <input
      dir="auto"
      className={styles.title}
      aria-label={messages.writing.title}
      placeholder={messages.writing.titlePlaceholder}
      value={title}
      maxLength={maxTitleLength}
      onChange={(event) => entryDraft.change({ title: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        event.currentTarget.closest('article')?.querySelector<HTMLElement>('[contenteditable]')?.focus()
      }}
    />
  )
}
