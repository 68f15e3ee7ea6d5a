/** Paints the names in an answer, without a node of their own: highlights are painted, not written. */
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  type ElementNode,
  HISTORIC_TAG,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
} from 'lexical'
import type { Sign } from '#shared/domain/text/markedWords'
import { $holdsWords, $marksOf, type PlacedMark, type TextPlace } from './markedNames'

const highlightOf: Readonly<Record<Sign, string>> = { '#': 'tag', '@': 'person', '+': 'project' }

interface Painted {
  readonly mark: PlacedMark
  readonly range: StaticRange
}

/** Until the returned function is called. A key paints its own block anew, and no other. */
export function paintNames(editor: LexicalEditor): () => void {
  const painted = new Map<NodeKey, readonly Painted[]>()

  function clear(key: NodeKey): void {
    for (const { mark, range } of painted.get(key) ?? []) highlight(mark.sign).delete(range)
    painted.delete(key)
  }

  function $paint(block: ElementNode): void {
    const key = block.getKey()
    clear(key)
    const ranges = $marksOf(block).flatMap((mark) => {
      const range = rangeOf(editor, mark)
      return range ? [{ mark, range }] : []
    })
    for (const { mark, range } of ranges) highlight(mark.sign).add(range)
    if (ranges.length > 0) painted.set(key, ranges)
  }

  function clearAll(): void {
    for (const key of [...painted.keys()]) clear(key)
  }

  function $paintAll(): void {
    clearAll()
    $blocks($getRoot()).forEach($paint)
  }

  return mergeRegister(
    clearAll,
    editor.registerRootListener((root) => {
      clearAll()
      if (root !== null) editor.getEditorState().read($paintAll)
    }),
    editor.registerUpdateListener(({ editorState, dirtyElements, tags }) => {
      if (dirtyElements.size === 0 || editor.getRootElement() === null) return
      editorState.read(() => {
        // Of a state put in the place of another Lexical names the root alone, and what its transforms changed.
        const isOtherState = dirtyElements.size === 1 && dirtyElements.get('root') === false
        if (isOtherState || tags.has(HISTORIC_TAG)) {
          $paintAll()
          return
        }
        for (const key of [...painted.keys()]) if ($getNodeByKey(key) === null) clear(key)
        for (const key of dirtyElements.keys()) {
          const node = $getNodeByKey(key)
          if (!$isElementNode(node)) continue
          if ($holdsWords(node)) $paint(node)
          else clear(key)
        }
      })
    }),
  )
}

/** Without recursion: lists may be nested deeply. */
function $blocks(root: ElementNode): ElementNode[] {
  const found: ElementNode[] = []
  const waiting: ElementNode[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ($holdsWords(node)) found.push(node)
    waiting.push(...node.getChildren().filter($isElementNode))
  }
  return found
}

/** Highlights are of the whole document: all answers share one for each sign. */
function highlight(sign: Sign): Highlight {
  const name = highlightOf[sign]
  const there = CSS.highlights.get(name)
  if (there) return there
  const made = new Highlight()
  CSS.highlights.set(name, made)
  return made
}

function rangeOf(editor: LexicalEditor, { from, to }: PlacedMark): StaticRange | null {
  const [start, end] = [textOf(editor, from), textOf(editor, to)]
  if (!start || !end || from.offset > start.length || to.offset > end.length) return null
  return new StaticRange({ startContainer: start, startOffset: from.offset, endContainer: end, endOffset: to.offset })
}

function textOf(editor: LexicalEditor, { key }: TextPlace): Text | null {
  let node: Node | null = editor.getElementByKey(key)
  while (node !== null && !(node instanceof Text)) node = node.firstChild
  return node
}
