/** What floats over the answers, near the selection: the formatting bar, or the field for a link's address. Never moves the text. */
import { useStore } from 'zustand'
import { FormattingBar } from '../formatting/FormattingBar'
import type { Formatting } from '../formatting/formatting'
import { LinkField } from '../formatting/LinkField'
import type { AnswerGroup } from './answerGroup'
import { useSelected } from './useSelected'

export function Floating({ group, formatting }: { readonly group: AnswerGroup; readonly formatting: Formatting }) {
  const linking = useStore(formatting.store, (state) => state.linking)
  const called = useStore(formatting.store, (state) => state.called)
  const selected = useSelected(group)
  if (linking) return <LinkField editor={linking} close={formatting.close} />
  const editor = called ?? selected
  return (
    editor && <FormattingBar key={editor.getKey()} editor={editor} called={called !== null} formatting={formatting} />
  )
}
