/** The answers of the page that is open, for what comes from beside it: a thought from the margin, a paragraph from elsewhere. */
import { COMMAND_PRIORITY_LOW, FOCUS_COMMAND, type LexicalEditor, mergeRegister } from 'lexical'
import type { EntryId } from '#shared/domain/entry/entry'

/** Whose answers they are. Goes on to be true of that page when another one is open. */
export interface AnsweredPage {
  /** It may get another while it is open. */
  entry(): EntryId
  /** Resolves once all that the page holds now is on the disk, however long that takes; false when it was given up. */
  stored(): Promise<boolean>
}

export interface OpenAnswer {
  readonly editor: LexicalEditor
  /** Null for free writing. */
  readonly question: string | null
  readonly page: AnsweredPage
}

export interface OfferedAnswers {
  readonly editors: readonly (LexicalEditor | null)[]
  questionOf(at: number): string | null
  readonly page: AnsweredPage
}

let open: (() => readonly OpenAnswer[]) | null = null
let last: LexicalEditor | null = null

/** Offers the answers until the returned function is called. */
export function offerAnswers({ editors, questionOf, page }: OfferedAnswers): () => void {
  const offered = () =>
    [...editors.entries()].flatMap(([at, editor]) =>
      // Collapsed questions have no place on the screen.
      editor?.getRootElement() ? [{ editor, question: questionOf(at), page }] : [],
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

/** Whether it is still on the screen: not once its page was left. */
export function isOpen({ editor }: OpenAnswer): boolean {
  return openAnswers().some((answer) => answer.editor === editor)
}
