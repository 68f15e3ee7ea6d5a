/**
 * Undo across the answers of a page. Each editor keeps Lexical's own history; this remembers in which editor each step was made.
 * (One history shared by several editors answers the first undo after a change of editor with nothing.)
 */
import type { HistoryState } from '@lexical/history'
import { type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical'

/** Milliseconds without a key after which an editor begins a new step by itself. */
export const stepPause = 300

export interface PageHistory {
  /** A new step was put on this editor's stack: what was undone before can't be redone any more. */
  pushed(editor: LexicalEditor): void
  undo(): void
  redo(): void
  /** True while a command of this history is on its way to an editor, which then has to let it pass. */
  readonly passing: boolean
  join(editor: LexicalEditor, history: HistoryState): () => void
  /** The editor's clock for its steps: ahead by a pause for each time another editor had a turn, so that its next key begins a step. */
  now(editor: LexicalEditor): number
}

export function createPageHistory(): PageHistory {
  const histories = new Map<LexicalEditor, HistoryState>()
  const ahead = new Map<LexicalEditor, number>()
  const done: LexicalEditor[] = []
  const undone: LexicalEditor[] = []
  let passing = false

  function move(from: LexicalEditor[], to: LexicalEditor[], which: 'undo' | 'redo'): void {
    const editor = from.pop()
    if (!editor) return
    const stack = which === 'undo' ? histories.get(editor)?.undoStack : histories.get(editor)?.redoStack
    // Its editor was cleared or is gone: the step before that.
    if (!stack || stack.length === 0) {
      move(from, to, which)
      return
    }
    to.push(editor)
    passing = true
    try {
      editor.dispatchCommand(which === 'undo' ? UNDO_COMMAND : REDO_COMMAND)
    } finally {
      passing = false
    }
    editor.getRootElement()?.focus({ preventScroll: true })
  }

  return {
    get passing() {
      return passing
    },
    pushed(editor) {
      done.push(editor)
      undone.length = 0
      for (const [other, history] of histories) {
        if (other === editor) continue
        history.redoStack.length = 0
        ahead.set(other, (ahead.get(other) ?? 0) + stepPause)
      }
    },
    undo: () => move(done, undone, 'undo'),
    redo: () => move(undone, done, 'redo'),
    join(editor, history) {
      histories.set(editor, history)
      return () => void histories.delete(editor)
    },
    now: (editor) => Date.now() + (ahead.get(editor) ?? 0),
  }
}
