/** The marks of blocks in an editor: how they are read and set, and the rules by which they go along with words. */
import { $isLinkNode } from '@lexical/link'
import {
  $getNodeByKey,
  $getRoot,
  $getState,
  $isElementNode,
  $isTextNode,
  $setState,
  createState,
  type EditorState,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical'
import { isMarkedType, type MarkedBlock, type Marks, settledMarks } from '#shared/document/marks'

// What a file has there is kept as it is, also when it is no mark.
const privateState = createState('private', { parse: (value) => value })
const idState = createState('id', { parse: (value) => value })

export function $marksOf(node: LexicalNode): Marks {
  return marks($getState(node, privateState), $getState(node, idState))
}

/** As they are in the state that the node is of. */
export function marksBefore(node: LexicalNode): Marks {
  return marks($getState(node, privateState, 'direct'), $getState(node, idState, 'direct'))
}

function marks(isPrivate: unknown, id: unknown): Marks {
  return { isPrivate: isPrivate === true, id: typeof id === 'string' ? id : '' }
}

/** A block's, and with it those of its words. */
export function $setMarks(block: ElementNode, { isPrivate, id }: Marks): void {
  for (const node of [block, ...$wordsOf(block)]) {
    const now = $marksOf(node)
    if (now.isPrivate !== isPrivate) $setState(node, privateState, isPrivate || undefined)
    if (now.id !== id) $setState(node, idState, id === '' ? undefined : id)
  }
}

export function $isMarkedBlock(node: LexicalNode | null): node is ElementNode {
  return $isElementNode(node) && isMarkedType(node.getType())
}

/** The texts of the block itself. */
export function $wordsOf(block: ElementNode): TextNode[] {
  return block
    .getChildren()
    .flatMap((child) => ($isTextNode(child) ? [child] : $isLinkNode(child) ? $wordsOf(child) : []))
}

export function $hasMarks(block: ElementNode): boolean {
  return [block, ...$wordsOf(block)].some((node) => {
    const { isPrivate, id } = $marksOf(node)
    return isPrivate || id !== ''
  })
}

/** All blocks of an answer, in the order in which they are read. */
function $blocks(): ElementNode[] {
  const found: ElementNode[] = []
  const add = (node: LexicalNode) => {
    if ($isMarkedBlock(node)) found.push(node)
    if ($isElementNode(node) && !$isLinkNode(node)) for (const child of node.getChildren()) add(child)
  }
  add($getRoot())
  return found
}

/** By the rules of the document room. `before` is the state that the change began from. */
export function $settleMarks(before: EditorState, seen: Set<string>): void {
  const blocks = $blocks()
  const described = blocks.map((block): MarkedBlock => {
    const key = block.getKey()
    return {
      marks: $marksOf(block),
      words: $wordsOf(block).map((text) => ({ marks: $marksOf(text), length: text.getTextContentSize() })),
      held: (id) => idBefore(before, key) === id,
    }
  })
  for (const [at, settled] of settledMarks(described).entries()) {
    const block = blocks[at]
    if (block) $setMarks(block, settled)
    if (settled.id !== '') seen.add(settled.id)
  }
}

function idBefore(before: EditorState, key: NodeKey): string {
  const node = before._nodeMap.get(key)
  return node ? marksBefore(node).id : ''
}

/** Whether a private block is gone since then: one without words, which no word can take along, or one with words. */
export function $lostPrivate(before: EditorState): 'empty' | 'words' | null {
  let lost: 'words' | null = null
  for (const [key, node] of before._nodeMap) {
    if (!$isElementNode(node) || !isMarkedType(node.__type) || !marksBefore(node).isPrivate) continue
    if ($getNodeByKey(key)?.isAttached()) continue
    if (node.__size === 0) return 'empty'
    lost = 'words'
  }
  return lost
}

/** Whether the state has a block with this id. */
export function hasId(state: EditorState, id: string): boolean {
  for (const node of state._nodeMap.values()) if (marksBefore(node).id === id) return true
  return false
}
