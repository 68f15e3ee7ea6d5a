/** Whether an answer is empty, found without reading it: asked with every key. */
import { $getRoot, $isParagraphNode, type EditorState } from 'lexical'

export function isBlank(state: EditorState): boolean {
  return state.read(() => {
    const root = $getRoot()
    const first = root.getFirstChild()
    return first === null || (root.getChildrenSize() === 1 && $isParagraphNode(first) && first.isEmpty())
  })
}
