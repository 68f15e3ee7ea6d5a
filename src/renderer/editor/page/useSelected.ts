/** The editor with selected words, once the pointer that selects them is up. */
import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import type { AnswerGroup } from './answerGroup'

export function useSelected(group: AnswerGroup): LexicalEditor | null {
  const [selected, setSelected] = useState<LexicalEditor | null>(null)
  useEffect(() => {
    let down = false
    const look = () => {
      if (!down) setSelected(editorWithSelection(group))
    }
    const pressed = () => {
      down = true
    }
    const released = () => {
      down = false
      look()
    }
    // What was selected before this code was there.
    look()
    document.addEventListener('selectionchange', look)
    document.addEventListener('pointerdown', pressed)
    document.addEventListener('pointerup', released)
    document.addEventListener('pointercancel', released)
    return () => {
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('pointerdown', pressed)
      document.removeEventListener('pointerup', released)
      document.removeEventListener('pointercancel', released)
    }
  }, [group])
  return selected
}

function editorWithSelection(group: AnswerGroup): LexicalEditor | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed) return null
  return group.editors.find((editor) => editor?.getRootElement()?.contains(selection.anchorNode)) ?? null
}
