/** Keeps the selected words marked while the focus is in a field of their own. */
import type { LexicalEditor } from 'lexical'
import { useLayoutEffect } from 'react'

const name = 'selected'

export function useMarkedSelection(editor: LexicalEditor): void {
  useLayoutEffect(() => {
    const selection = document.getSelection()
    if (!selection || selection.rangeCount === 0 || !editor.getRootElement()?.contains(selection.anchorNode)) return
    CSS.highlights.set(name, new Highlight(selection.getRangeAt(0).cloneRange()))
    return () => void CSS.highlights.delete(name)
  }, [editor])
}
