/** The ids of a page's blocks, over its editors: what was cut from one answer keeps its id in another, and what was copied does not. */
import type { LexicalEditor } from 'lexical'
import { hasId } from './blockMarks'

export interface PageIds {
  /** All that were on the page since it was opened. */
  readonly seen: Set<string>
  join(editor: LexicalEditor): () => void
  /** Whether an editor other than this one has it now. */
  isElsewhere(id: string, here: LexicalEditor): boolean
}

export function createPageIds(ids: Iterable<string>): PageIds {
  const editors = new Set<LexicalEditor>()
  return {
    seen: new Set(ids),
    join(editor) {
      editors.add(editor)
      return () => void editors.delete(editor)
    },
    isElsewhere: (id, here) => [...editors].some((editor) => editor !== here && hasId(editor.getEditorState(), id)),
  }
}
