/** The answers of the page that is open, for what comes from beside it: a thought from the margin, a paragraph from elsewhere. */
import { COMMAND_PRIORITY_LOW, FOCUS_COMMAND, type LexicalEditor, mergeRegister } from 'lexical'

export interface OpenAnswer {
  readonly editor: LexicalEditor
  /** Null for free writing. */
  readonly question: string | null
}

let open: (() => readonly OpenAnswer[]) | null = null
let last: LexicalEditor | null = null

/** Offers the answers until the returned function is called. */
export function offerAnswers(editors: readonly (LexicalEditor | null)[], questionOf: (at: number) => string | null) {
  const offered = () =>
    [...editors.entries()].flatMap(([at, editor]) =>
      // Folded questions have no place on the screen.
      editor?.getRootElement() ? [{ editor, question: questionOf(at) }] : [],
    )
  open = offered
  last = null
  const listening = mergeRegister(
    ...editors.flatMap((editor) =>
      editor === null
        ? []
        : [
            editor.registerCommand(
              FOCUS_COMMAND,
              () => {
                last = editor
                return false
              },
              COMMAND_PRIORITY_LOW,
            ),
          ],
    ),
  )
  return () => {
    listening()
    if (open !== offered) return
    open = null
    last = null
  }
}

/** In the order of the page. */
export function openAnswers(): readonly OpenAnswer[] {
  return open?.() ?? []
}

/** The one in which the caret was last. */
export function lastAnswer(): OpenAnswer | undefined {
  return openAnswers().find(({ editor }) => editor === last)
}
