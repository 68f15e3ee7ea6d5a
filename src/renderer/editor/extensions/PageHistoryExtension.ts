/** Puts an answer's undo steps into the order of the page, and sends undo and redo to the answer whose turn it is. */
import { HistoryExtension } from '@lexical/history'
import {
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  HISTORIC_TAG,
  mergeRegister,
  REDO_COMMAND,
  safeCast,
  UNDO_COMMAND,
} from 'lexical'
import { createPageHistory, type PageHistory, stepPause } from './pageHistory'

export const PageHistoryExtension = defineExtension({
  name: 'throughline/pageHistory',
  config: safeCast<{ pageHistory: PageHistory }>({ pageHistory: createPageHistory() }),
  // Its own default asks for a window, which tests don't have.
  dependencies: [configExtension(HistoryExtension, { disabled: false, delay: stepPause })],
  register(editor, { pageHistory }, state) {
    const { historyState, now: clock } = state.getDependency(HistoryExtension).output
    const history = historyState.peek()
    clock.value = () => pageHistory.now(editor)
    let last = history.undoStack.at(-1)
    const pass = (run: () => void) => () => {
      if (pageHistory.passing) return false
      run()
      return true
    }
    return mergeRegister(
      pageHistory.join(editor, history),
      // Registered after Lexical's own listener: its stacks are up to date here.
      editor.registerUpdateListener(({ tags, dirtyElements, dirtyLeaves }) => {
        const now = history.undoStack.at(-1)
        const isPushed = now !== last && now !== undefined && !tags.has(HISTORIC_TAG)
        last = now
        if (isPushed) pageHistory.pushed(editor)
        // The command itself is an update with this tag too, and changes nothing.
        else if (tags.has(HISTORIC_TAG) && dirtyElements.size + dirtyLeaves.size > 0) pageHistory.landed()
      }),
      editor.registerCommand(UNDO_COMMAND, pass(pageHistory.undo), COMMAND_PRIORITY_LOW),
      editor.registerCommand(REDO_COMMAND, pass(pageHistory.redo), COMMAND_PRIORITY_LOW),
    )
  },
})
