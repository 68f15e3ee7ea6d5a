/** What can be done with the open page: its star, and the seldom things. */
import { Star } from 'lucide-react'
import { useStore } from 'zustand'
import { messages } from '#shared/messages/messages'
import type { EntryDraft } from '../../state/draft/entryDraft'
import { ToggleButton } from '../../ui/ToggleButton'
import styles from './PageHead.module.css'
import { PageMenu } from './PageMenu'

export function PageTools({ entryDraft }: { readonly entryDraft: EntryDraft }) {
  const starred = useStore(entryDraft.store, (state) => state.starred)
  return (
    <>
      <ToggleButton
        label={starred ? messages.writing.unstar : messages.writing.star}
        isSelected={starred}
        onChange={(next) => entryDraft.change({ starred: next })}
      >
        <Star className={starred ? styles.starred : undefined} />
      </ToggleButton>
      <PageMenu entryDraft={entryDraft} />
    </>
  )
}
