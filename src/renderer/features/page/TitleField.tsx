/** The entry's title, written in place. Enter goes on to the answers. */
import { useStore } from 'zustand'
import { maxTitleLength } from '#shared/domain/entry/entry'
import { messages } from '#shared/messages/messages'
import type { Sheet } from '../../state/draft/autosaveSheet'
import styles from './PageHead.module.css'

export function TitleField({ sheet }: { readonly sheet: Sheet }) {
  const title = useStore(sheet.store, (state) => state.title)
  return (
    <input
      dir="auto"
      className={styles.title}
      aria-label={messages.writing.title}
      placeholder={messages.writing.titlePlaceholder}
      value={title}
      maxLength={maxTitleLength}
      onChange={(event) => sheet.change({ title: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        event.currentTarget.closest('article')?.querySelector<HTMLElement>('[contenteditable]')?.focus()
      }}
    />
  )
}
