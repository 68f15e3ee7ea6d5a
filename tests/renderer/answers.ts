/** Answers without a page: real editors, and the hands of a person who types in them. */
import { $getRoot, $getSelection, $isRangeSelection, KEY_ENTER_COMMAND, type LexicalEditor } from 'lexical'
import { vi } from 'vitest'
import { type AnswerGroup, createAnswerGroup } from '../../src/renderer/editor/page/answerGroup'
import { type AnswerDocument, emptyDocument } from '../../src/shared/document/document'
import { fileForm } from '../../src/shared/document/pageForm'
import { plainText } from '../../src/shared/document/plainText'

export function answers(documents: readonly (AnswerDocument | null)[] = [emptyDocument(), emptyDocument()]) {
  const changed = vi.fn()
  const ask = vi.fn()
  const openName = vi.fn()
  const open = vi.fn()
  const leave = vi.fn(() => true)
  const showBar = vi.fn()
  const takenBack = vi.fn()
  const group = createAnswerGroup({
    documents,
    changed,
    leave,
    links: { ask, open },
    names: { open: openName },
    showBar,
    takenBack,
  })
  return { group, changed, ask, open, openName, leave, showBar, takenBack }
}

export function editorOf(group: AnswerGroup, at: number): LexicalEditor {
  const editor = group.editors[at]
  if (!editor) throw new Error(`no editor ${at}`)
  return editor
}

/** One key at a time, as an update of its own each; `\n` is Enter. */
export async function type(editor: LexicalEditor, text: string): Promise<void> {
  for (const key of text) {
    if (key === '\n') editor.dispatchCommand(KEY_ENTER_COMMAND, null)
    else {
      editor.update(() => {
        const selection = $getSelection() ?? $getRoot().selectEnd()
        if ($isRangeSelection(selection)) selection.insertText(key)
      })
    }
    // The update's listeners, and the updates they make in turn.
    await settled()
    await settled()
  }
}

export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

export function stored(editor: LexicalEditor): AnswerDocument {
  // What the page stores. The editor has no other nodes than the format's.
  return fileForm(JSON.parse(JSON.stringify(editor.getEditorState())) as AnswerDocument)
}

export function textOf(editor: LexicalEditor): string {
  return plainText(stored(editor))
}

/** The document's shape in few words: `heading(bold:a) list.check(listitem(b))`. */
export function outline(editor: LexicalEditor): string {
  return stored(editor).root.children.map(shape).join(' ')
}

interface Shaped {
  readonly type: string
  readonly text?: string
  readonly format?: string | number | undefined
  readonly listType?: string
  readonly checked?: boolean
  readonly url?: string
  readonly tag?: string | undefined
  readonly children?: readonly Shaped[]
}

const formats = ['bold', 'italic', 'strikethrough', 'underline', 'code', 'subscript', 'superscript', 'highlight']

function shape(node: Shaped): string {
  if (node.text !== undefined) {
    const bits = typeof node.format === 'number' ? node.format : 0
    return [...formats.filter((_, bit) => bits & (1 << bit)), `"${node.text}"`].join(':')
  }
  const detail = node.listType ?? node.url ?? (node.type === 'heading' ? node.tag : undefined)
  const name = [node.type, detail, node.checked === undefined ? undefined : node.checked ? 'x' : 'o'].filter(Boolean)
  return node.children ? `${name.join('.')}(${node.children.map(shape).join(' ')})` : name.join('.')
}
