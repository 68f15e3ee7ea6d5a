/** Puts the caret into an answer. */
import { $getRoot, type LexicalEditor } from 'lexical'
import { edgeLine } from '../extensions/caretEdges'
import type { Step } from '../extensions/SectionNavigationExtension'

export function landIn(editor: LexicalEditor, { at, x }: Pick<Step, 'at' | 'x'>): void {
  const root = editor.getRootElement()
  root?.focus({ preventScroll: true })
  editor.update(
    () => {
      if (at === 'start') $getRoot().selectStart()
      else $getRoot().selectEnd()
    },
    {
      onUpdate() {
        if (!root) return
        scrollToCaret(root)
        if (x !== undefined) toColumn(root, at, x)
      },
    },
  )
}

/** Lexical follows the document's selection. */
function toColumn(root: HTMLElement, edge: Step['at'], x: number): void {
  const line = edgeLine(root, edge)
  const place = root.ownerDocument.caretPositionFromPoint(x, line.top + line.height / 2)
  if (place && root.contains(place.offsetNode)) {
    root.ownerDocument.getSelection()?.collapse(place.offsetNode, place.offset)
  }
}

/** The block with the caret, which may be one of many in a long answer. */
function scrollToCaret(root: HTMLElement): void {
  const node = root.ownerDocument.getSelection()?.focusNode ?? root
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'nearest' })
}
