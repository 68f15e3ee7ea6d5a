/** The keys of the formatting bar's actions, and the key that goes to the bar. */
import { COMMAND_PRIORITY_LOW, defineExtension, KEY_DOWN_COMMAND, type LexicalEditor, safeCast } from 'lexical'
import { isPressed } from '../formatting/accelerator'
import { actionsFor, barKeys } from '../formatting/formatActions'
import { $tablePlace } from '../formatting/tables'

/** Lexical has them already. */
const builtIn: ReadonlySet<string> = new Set(['bold', 'italic'])

export const FormatKeysExtension = defineExtension({
  name: 'throughline/formatKeys',
  config: safeCast<{ showBar: (editor: LexicalEditor) => void }>({ showBar: () => {} }),
  register: (editor, { showBar }) =>
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!(event.ctrlKey || event.metaKey || event.altKey)) return false
        if (isPressed(barKeys, event)) {
          event.preventDefault()
          showBar(editor)
          return true
        }
        const action = actionsFor($tablePlace() !== null).find(
          ({ id, keys }) => keys !== null && !builtIn.has(id) && isPressed(keys, event),
        )
        if (!action) return false
        event.preventDefault()
        action.run(editor)
        return true
      },
      COMMAND_PRIORITY_LOW,
    ),
})
