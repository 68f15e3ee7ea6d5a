/** What floats over the answers: the formatting bar when it was called by key, and the field for a link's address. */
import type { LexicalEditor } from 'lexical'
import { createStore, type StoreApi } from 'zustand'

export interface FormattingState {
  /** The editor whose keys called the bar. */
  readonly called: LexicalEditor | null
  readonly linking: LexicalEditor | null
}

export interface Formatting {
  readonly store: StoreApi<FormattingState>
  showBar(editor: LexicalEditor): void
  askLink(editor: LexicalEditor): void
  /** Nothing floats any more. */
  close(): void
}

export function createFormatting(): Formatting {
  const store = createStore<FormattingState>(() => ({ called: null, linking: null }))
  return {
    store,
    showBar: (editor) => store.setState({ called: editor, linking: null }),
    askLink: (editor) => store.setState({ linking: editor, called: null }),
    close: () => store.setState({ called: null, linking: null }),
  }
}
