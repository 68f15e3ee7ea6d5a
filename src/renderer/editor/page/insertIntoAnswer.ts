/** Puts words into an answer, letter for letter and as one step of its history: at its end, or where the mouse let go of them. */
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { $isListItemNode, $isListNode } from '@lexical/list'
import {
  $createRangeSelection,
  $getRoot,
  $isParagraphNode,
  $parseSerializedNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type RootNode,
} from 'lexical'
import { documentOfText } from '#shared/document/document'
import { newList, newListItem, newTexts } from '#shared/document/newNodes'
import { $insertText } from '../extensions/insertText'
import { PageHistoryExtension } from '../extensions/PageHistoryExtension'
import type { HistoryStep, PageHistory } from '../extensions/pageHistory'
import { isBlank } from './blank'
import { landIn } from './caretLanding'

export type Form = 'text' | 'bullet'

export function historyOf(editor: LexicalEditor): PageHistory {
  return getExtensionDependencyFromEditor(editor, PageHistoryExtension).config.pageHistory
}

/** At the answer's end. Null when the editor took the change back. */
export function insertAtEnd(editor: LexicalEditor, text: string, form: Form): HistoryStep | null {
  const step = asOneStep(editor, () => {
    const root = $getRoot()
    // What waits empty for the next words gets these.
    const last = root.getLastChild()
    if ($isParagraphNode(last) && last.isEmpty()) last.remove()
    if (form === 'bullet') $appendBullet(root, text)
    else root.append(...documentOfText(text).root.children.map($parseSerializedNode))
    root.selectEnd()
  })
  landIn(editor, { at: 'end' })
  return step
}

/** Where the window shows this point of an answer; a point that is beside its words means its end. */
export function insertAtPoint(
  editor: LexicalEditor,
  text: string,
  point: { x: number; y: number },
): HistoryStep | null {
  const place = isBlank(editor.getEditorState()) ? null : rangeAt(editor, point)
  if (place === null) return insertAtEnd(editor, text, 'text')
  const step = asOneStep(editor, () => {
    const selection = $createRangeSelection()
    selection.applyDOMRange(place)
    $insertText(selection, text)
  })
  editor.getRootElement()?.focus({ preventScroll: true })
  return step
}

/** A list that is there goes on, an item of it that is empty first. */
function $appendBullet(root: RootNode, text: string): void {
  const end = root.getLastChild()
  const item = newListItem(newTexts(text), 1, 0)
  if (!$isListNode(end) || end.getListType() !== 'bullet') {
    root.append($parseSerializedNode(newList('bullet', [item])))
    return
  }
  const last = end.getLastChild()
  end.append($parseSerializedNode(item))
  // Only now: a list that is left without items goes with its last one.
  if ($isListItemNode(last) && last.isEmpty()) last.remove()
}

function rangeAt(editor: LexicalEditor, { x, y }: { x: number; y: number }): Range | null {
  const root = editor.getRootElement()
  const place = root?.ownerDocument.caretPositionFromPoint(x, y)
  if (!root || !place || !root.contains(place.offsetNode)) return null
  const range = root.ownerDocument.createRange()
  range.setStart(place.offsetNode, place.offset)
  return range
}

function asOneStep(editor: LexicalEditor, $change: () => void): HistoryStep | null {
  const history = historyOf(editor)
  const before = history.newest()
  editor.update($change, { discrete: true, tag: HISTORY_PUSH_TAG })
  const step = history.newest()
  return step === undefined || step === before ? null : step
}
