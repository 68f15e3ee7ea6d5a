/** What may stand in what, as the editor keeps it: the document format's rules and, for quotes and items, a little stricter. */
import type { CodeNode } from '@lexical/code-core'
import { $isLinkNode, type LinkNode } from '@lexical/link'
import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListItemNode,
  type ListNode,
} from '@lexical/list'
import { $isQuoteNode } from '@lexical/rich-text'
import {
  $copyNode,
  $createLineBreakNode,
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  $normalizeSelection__EXPERIMENTAL,
  type ElementNode,
  type LexicalNode,
  type RootNode,
} from 'lexical'
import { maxListDepth } from '#shared/document/document'
import { $unlink } from '../formatting/links'

/** The page holds blocks, and never none: words that stand between them are a paragraph. */
export function $keepBlocks(root: RootNode): void {
  if (root.isEmpty()) root.append($createParagraphNode())
  for (const run of inlineRuns(root)) $wrap(run, $createParagraphNode())
}

/** A paragraph, heading or quote holds words: paragraphs and quotes in it become lines of it, other blocks come to stand after it. */
export function $keepInline(block: ElementNode): void {
  if (block.getChildren().every($isInlineNode)) return
  $joinLines(block, (child) => $isParagraphNode(child) || $isQuoteNode(child))
  const out = block.getChildren().findIndex((child) => !$isInlineNode(child))
  const moved = block.getChildAtIndex(out)
  if (out === -1 || moved === null) return
  if (out + 1 < block.getChildrenSize()) {
    const after = $copyNode(block)
    block.insertAfter(after)
    $moveRest(block, out + 1, after)
  }
  block.insertAfter(moved)
  if (block.isEmpty()) block.remove()
}

/** A code block holds lines of text. */
export function $keepCodeLines(code: CodeNode): void {
  const isLine = (child: LexicalNode) => $isTextNode(child) || $isLineBreakNode(child)
  if (code.getChildren().every(isLine)) return
  $unwrapLinks(code)
  $joinLines(code, (child) => !isLine(child))
}

/** A link holds words, and no link. */
export function $keepLinkWords(link: LinkNode): void {
  if (link.getChildren().every((child) => $isInlineNode(child) && !$isLinkNode(child))) return
  $unwrapLinks(link)
  $joinLines(link, (child) => !$isInlineNode(child))
}

/**
 * A list holds items, and is not nested deeper than the format lets it be: then its items go on at the deepest level.
 * All that is in it is looked at, since Lexical's own rule for lists does so next and loses words of items that hold more than one thing.
 */
export function $keepList(list: ListNode): void {
  // Not over the items that it had: one that holds several things becomes several.
  for (let item = list.getFirstChild(); item !== null; item = item.getNextSibling()) {
    if (!$isListItemNode(item)) continue
    $keepItem(item)
    for (const inner of item.getChildren()) if ($isListNode(inner)) $keepList(inner)
  }
  // Lexical makes one of this list and a like one before it only when that one changes, or when the file is read: it has to be the same in both.
  const before = list.getPreviousSibling()
  if ($isListNode(before) && before.getListType() === list.getListType()) before.markDirty()
  const item = list.getParent()
  $keepCaret(list)
  if ($isListItemNode(item)) $keepCaret(item)
  if (list.isEmpty()) list.remove()
  else if ($isListItemNode(item) && $listDepth(list) > maxListDepth) {
    for (const inner of list.getChildren().reverse()) item.insertAfter(inner)
    list.remove()
    if (item.isEmpty()) item.remove()
  }
}

/** Beside the items of a list nothing can be put in: where one went, the caret goes into the next. */
function $keepCaret(around: ListNode | ListItemNode): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  if (around.is(selection.anchor.getNode()) || around.is(selection.focus.getNode()))
    $normalizeSelection__EXPERIMENTAL(selection)
}

/** An item holds words, or one list and nothing else. Other blocks become lines of it. */
export function $keepItem(item: ListItemNode): void {
  if (!$isListNode(item.getParent())) $wrap([item], $createListNode('bullet'))
  if (item.getChildren().every($isInlineNode)) return
  $joinLines(item, (child) => !$isInlineNode(child) && !$isListNode(child))
  const [first, ...rest] = item.getChildren()
  if ($isListNode(first)) $keepCaret(item)
  // A list, or what follows one, begins an item of its own.
  const at = $isListNode(first) ? 0 : rest.findIndex($isListNode)
  if (rest.length === 0 || at === -1) return
  const after = $createListItemNode(item.getChecked())
  item.insertAfter(after)
  $moveRest(item, at + 1, after)
}

function $listDepth(list: ListNode): number {
  let depth = 0
  for (let at: LexicalNode | null = list; at !== null; at = at.getParent()) if ($isListNode(at)) depth += 1
  return depth
}

export function $isInlineNode(node: LexicalNode): boolean {
  return $isTextNode(node) || $isLineBreakNode(node) || $isLinkNode(node)
}

function $unwrapLinks(parent: ElementNode): void {
  for (const link of parent.getChildren().filter($isLinkNode)) $unlink(link)
}

/** Puts the words of these children in their place, on lines of their own. What has no words goes. */
function $joinLines(parent: ElementNode, joins: (child: LexicalNode) => boolean): void {
  for (const child of parent.getChildren()) {
    if (!joins(child)) continue
    const lines = $linesOf(child)
    if (lines.length > 0 && $endsLine(child.getPreviousSibling())) child.insertBefore($createLineBreakNode())
    for (const node of lines) child.insertBefore(node)
    if (lines.length > 0 && $endsLine(child.getNextSibling())) child.insertBefore($createLineBreakNode())
    child.remove()
  }
}

/** Whether words beside it are on a line that has to end. */
function $endsLine(sibling: LexicalNode | null): boolean {
  return sibling !== null && $isInlineNode(sibling) && !$isLineBreakNode(sibling)
}

/** Its words, with a line break between blocks. */
export function $linesOf(node: LexicalNode): LexicalNode[] {
  if ($isInlineNode(node)) return [node]
  if (!$isElementNode(node)) return []
  return node.getChildren().flatMap((child, at) => {
    const lines = $linesOf(child)
    return at > 0 && !$isInlineNode(child) && lines.length > 0 ? [$createLineBreakNode(), ...lines] : lines
  })
}

/** The children from this one on, with a caret that stands among them. */
function $moveRest(from: ElementNode, at: number, to: ElementNode): void {
  const selection = $getSelection()
  const points = $isRangeSelection(selection) ? [selection.anchor, selection.focus] : []
  const among = points.filter((point) => from.is(point.getNode()) && point.offset > at)
  const places = among.map((point) => point.offset - at)
  to.append(...from.getChildren().slice(at))
  for (const [index, point] of among.entries()) point.set(to.getKey(), places[index] ?? 0, 'element')
}

function $wrap(nodes: readonly LexicalNode[], around: ElementNode): void {
  nodes[0]?.insertBefore(around)
  around.append(...nodes)
}

function inlineRuns(parent: ElementNode): LexicalNode[][] {
  const runs: LexicalNode[][] = []
  let run: LexicalNode[] | null = null
  for (const child of parent.getChildren()) {
    if (!$isInlineNode(child)) run = null
    else if (run) run.push(child)
    else {
      run = [child]
      runs.push(run)
    }
  }
  return runs
}
