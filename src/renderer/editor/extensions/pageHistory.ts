/**
 * Undo across the answers of a page. Each editor keeps Lexical's own history; this remembers in which editor each step was made.
 * (One history shared by several editors answers the first undo after a change of editor with nothing.)
 */
import type { HistoryState } from '@lexical/history'
import { type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical'

/** Milliseconds without a key after which an editor begins a new step by itself. */
export const stepPause = 300

/** One step of the page, the same object however often it is undone and redone. */
export interface HistoryStep {
  readonly editor: LexicalEditor
}

export interface PageHistory {
  /** A new step was put on this editor's stack: what was undone before can't be redone any more. */
  pushed(editor: LexicalEditor): void
  /** An editor shows what was undone or redone, which is later than the command. */
  landed(): void
  undo(): void
  redo(): void
  /** What undo would take back. */
  newest(): HistoryStep | undefined
  /** Whether what was done in this step is on the page. */
  isDone(step: HistoryStep): boolean
  /** Gets each step that is made, undone or redone, once an editor shows it; returns what ends it. */
  onMove(moved: () => void): () => void
  /** True while a command of this history is on its way to an editor, which then has to let it pass. */
  readonly passing: boolean
  join(editor: LexicalEditor, history: HistoryState): () => void
  /** The editor's clock for its steps: ahead by a pause for each time another editor had a turn, so that its next key begins a step. */
  now(editor: LexicalEditor): number
}

export function createPageHistory(): PageHistory {
  const histories = new Map<LexicalEditor, HistoryState>()
  const ahead = new Map<LexicalEditor, number>()
  const done: HistoryStep[] = []
  const undone: HistoryStep[] = []
  const listeners = new Set<() => void>()
  let passing = false

  function notify(): void {
    for (const moved of [...listeners]) moved()
  }

  function move(from: HistoryStep[], to: HistoryStep[], which: 'undo' | 'redo'): void {
    const step = from.pop()
    if (!step) return
    const { editor } = step
    const stack = which === 'undo' ? histories.get(editor)?.undoStack : histories.get(editor)?.redoStack
    // Its editor was cleared or is gone: the step before that.
    if (!stack || stack.length === 0) {
      move(from, to, which)
      return
    }
    to.push(step)
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
      done.push({ editor })
      undone.length = 0
      for (const [other, history] of histories) {
        if (other === editor) continue
        history.redoStack.length = 0
        ahead.set(other, (ahead.get(other) ?? 0) + stepPause)
      }
      notify()
    },
    landed: notify,
    undo: () => move(done, undone, 'undo'),
    redo: () => move(undone, done, 'redo'),
    newest: () => done.at(-1),
    isDone: (step) => done.includes(step),
    onMove(moved) {
      listeners.add(moved)
      return () => void listeners.delete(moved)
    },
    join(editor, history) {
      histories.set(editor, history)
      return () => void histories.delete(editor)
    },
    now: (editor) => Date.now() + (ahead.get(editor) ?? 0),
  }
}
