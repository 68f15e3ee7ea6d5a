/** What can be done with the open page: its star, and the seldom things. */
import { Star } from 'lucide-react'
import { useStore } from 'zustand'
import { messages } from '#shared/messages/messages'
import type { Sheet } from '../../state/draft/autosaveSheet'
import { ToggleButton } from '../../ui/ToggleButton'
import styles from './PageHead.module.css'
import { PageMenu } from './PageMenu'

export function PageTools({ sheet }: { readonly sheet: Sheet }) {
  const starred = useStore(sheet.store, (state) => state.starred)
  return (
    <>
      <ToggleButton
        label={starred ? messages.writing.unstar : messages.writing.star}
        isSelected={starred}
        onChange={(next) => sheet.change({ starred: next })}
      >
        <Star className={starred ? styles.starred : undefined} />
      </ToggleButton>
      <PageMenu sheet={sheet} />
    </>
  )
}
