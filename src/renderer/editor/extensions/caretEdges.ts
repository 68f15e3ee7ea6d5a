/** Whether the caret stands at the edge of its answer: by nodes for left and right, by what is seen for up and down. */
import {
  $createRangeSelection,
  $getEditor,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical'

export type Edge = 'start' | 'end'

/** A collapsed selection before everything, or after everything. */
export function $isCaretAt(edge: Edge): boolean {
  const selection = $seenSelection() ?? $getSelection()
  return $isRangeSelection(selection) && selection.isCollapsed() && $isPointAt(selection.anchor, edge)
}

/** What the document shows: after a key that the browser handled it is ahead of the editor's own, which gets it later. */
function $seenSelection(): RangeSelection | null {
  const root = $getEditor().getRootElement()
  const shown = root?.ownerDocument.getSelection()
  if (!root || !shown || shown.rangeCount === 0 || !root.contains(shown.anchorNode)) return null
  const selection = $createRangeSelection()
  selection.applyDOMRange(shown.getRangeAt(0))
  return selection
}

function $isPointAt(point: PointType, edge: Edge): boolean {
  let node: LexicalNode | null = point.getNode()
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize()
  if (point.offset !== (edge === 'end' ? size : 0)) return false
  for (; node !== null && !$isRootNode(node); node = node.getParent()) {
    if ((edge === 'end' ? node.getNextSibling() : node.getPreviousSibling()) !== null) return false
  }
  return true
}

/** Where the caret is seen, when that is on the answer's first or last line; else null. */
export function caretOnEdgeLine(root: HTMLElement, edge: Edge): DOMRect | null {
  const selection = root.ownerDocument.getSelection()
  if (!selection || selection.rangeCount === 0 || !selection.isCollapsed) return null
  const caret = rectAt(selection.getRangeAt(0))
  const line = edgeLine(root, edge)
  return Math.abs(middle(caret) - middle(line)) < Math.max(line.height, 1) / 2 ? caret : null
}

/** The rectangle of the first or last place a caret can have. */
export function edgeLine(root: HTMLElement, edge: Edge): DOMRect {
  let node: Node = root
  for (let next: Node | null = node; next !== null; next = edge === 'end' ? node.lastChild : node.firstChild)
    node = next
  const range = root.ownerDocument.createRange()
  range.selectNodeContents(node)
  range.collapse(edge === 'start')
  return rectAt(range)
}

/** An empty paragraph has no rectangle of its own inside: its element's is taken. */
function rectAt(range: Range): DOMRect {
  const rect = range.getClientRects()[0]
  if (rect) return rect
  const { startContainer, startOffset } = range
  const child = startContainer.childNodes[startOffset]
  const element = child instanceof Element ? child : startContainer
  return element instanceof Element ? element.getBoundingClientRect() : new DOMRect()
}

function middle({ top, height }: DOMRect): number {
  return top + height / 2
}
