/**
 * Everything that comes from outside (paste, drop, a replaced word) goes through here: HTML is read as text, so that the page's
 * DOM never parses it; Lexical's own JSON is checked by our schema; files are refused quietly.
 */
import { $insertGeneratedNodes, ClipboardImportExtension, type ImportMimeTypeFunction } from '@lexical/clipboard'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { eventFiles } from '@lexical/rich-text'
import {
  $getEditor,
  $getSelection,
  $isRangeSelection,
  $parseSerializedNode,
  type BaseSelection,
  COMMAND_PRIORITY_LOW,
  configExtension,
  DROP_COMMAND,
  defineExtension,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical'
import { documentOfText, type InlineNode, type PageBlock } from '#shared/document/document'
import { asPrivate } from '#shared/document/marks'
import { newParagraph, newText } from '#shared/document/newNodes'
import { plainTextOf } from '#shared/document/plainText'
import { type TextPart, tablesInText } from '#shared/document/textTables'
import { $insertCode, $startsInCode } from '../formatting/codeBlocks'
import { $tablePlace } from '../formatting/tables'
import { BlockMarksExtension } from './BlockMarksExtension'
import { loadedHtmlReader, loadHtmlReader } from './htmlReader'
import { $insertText } from './insertText'
import { blocksOfClipboard } from './pastedBlocks'

const ours = 'application/x-lexical-editor'

/** In a code block the clipboard's text goes before: it has the white space, which the other forms may lack. */
function $hasText(selection: BaseSelection, data: DataTransfer): boolean {
  return $startsInCode(selection) && data.getData('text/plain') !== ''
}

/** Words that were copied in the app are as private as they were there, in whatever form they come: a quote within a text is escaped in it. */
function comesPrivate(data: DataTransfer): boolean {
  return data.getData(ours).includes('"private":true')
}

const $fromText: ImportMimeTypeFunction = (text, selection, _, data) => {
  const isPrivate = comesPrivate(data)
  const parts = tablesInText(text)
  if ($startsInCode(selection)) $insertCode(selection, text, isPrivate)
  else if (parts.some(({ isTable }) => isTable)) void insertTables($getEditor(), parts, isPrivate)
  else if (isPrivate) $insert($getEditor(), documentOfText(text).root.children, selection, isPrivate)
  else $insertText(selection, text)
  return true
}

const $fromLexical: ImportMimeTypeFunction = (json, selection, _, data) => {
  if ($hasText(selection, data)) return false
  const editor = $getEditor()
  const { pageIds } = getExtensionDependencyFromEditor(editor, BlockMarksExtension).config
  const keepsId = (id: string) => pageIds.seen.has(id) && !pageIds.isElsewhere(id, editor)
  const blocks = blocksOfClipboard(json, editor._config.namespace, keepsId)
  if (blocks === null) return false
  $insert(editor, blocks, selection, $startsInCode(selection) && comesPrivate(data))
  return true
}

const $fromHtml: ImportMimeTypeFunction = (html, selection, _, data) => {
  if ($hasText(selection, data)) return false
  const editor = $getEditor()
  const read = loadedHtmlReader()
  if (read) $insert(editor, read(html).root.children, selection, comesPrivate(data))
  else void insertLater(editor, html, comesPrivate(data))
  return true
}

/** Only in the first moments after the start: the reader is loaded after the first paint. */
async function insertLater(editor: LexicalEditor, html: string, isPrivate: boolean): Promise<void> {
  const read = await loadHtmlReader()
  editor.update(
    () => {
      const selection = $getSelection()
      if (selection) $insert(editor, read(html).root.children, selection, isPrivate)
    },
    { tag: PASTE_TAG },
  )
}

/** The reader of Markdown is loaded with the first table that comes as text. */
async function insertTables(editor: LexicalEditor, parts: readonly TextPart[], isPrivate: boolean): Promise<void> {
  const { fromMarkdown } = await import('#shared/document/fromMarkdown')
  const blocks = parts.flatMap(
    ({ text, isTable }) => (isTable ? fromMarkdown(text) : documentOfText(text)).root.children,
  )
  editor.update(
    () => {
      const selection = $getSelection()
      if (selection) $insert(editor, blocks, selection, isPrivate)
    },
    { tag: PASTE_TAG },
  )
}

/** Within a table, which would be written over: a line for each row. */
function asRows(node: PageBlock | InlineNode): (PageBlock | InlineNode)[] {
  if (node.type !== 'table') return [node]
  return node.children.map(({ children: cells }) =>
    newParagraph(
      cells.flatMap((cell, at) => [
        ...(at > 0 ? [newText(' | ')] : []),
        ...cell.children.flatMap(({ children }) => children),
      ]),
    ),
  )
}

function $insert(
  editor: LexicalEditor,
  given: readonly (PageBlock | InlineNode)[],
  selection: BaseSelection,
  isPrivate: boolean,
): void {
  if ($startsInCode(selection)) {
    $insertCode(selection, plainTextOf(given), isPrivate)
    return
  }
  const fitting = $isRangeSelection(selection) && $tablePlace() ? given.flatMap(asRows) : given
  const nodes = isPrivate ? fitting.map(asPrivate) : fitting
  const [only, ...others] = nodes
  // A single paragraph joins the line it is pasted into.
  const inserted = only?.type === 'paragraph' && others.length === 0 ? only.children : nodes
  $insertGeneratedNodes(editor, inserted.map($parseSerializedNode), selection)
}

export const PasteExtension = defineExtension({
  name: 'throughline/paste',
  dependencies: [
    // Last in its stack runs first, and none of these calls the next one.
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        [ours]: [$fromLexical],
        'text/html': [$fromHtml],
        'text/plain': [$fromText],
        'text/uri-list': [$fromText],
      },
    }),
  ],
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(DROP_COMMAND, refuseFiles, COMMAND_PRIORITY_LOW),
      editor.registerCommand(PASTE_COMMAND, refuseFiles, COMMAND_PRIORITY_LOW),
    ),
})

/** A picture copied in a browser comes with HTML beside it; then the words count. */
function refuseFiles(event: Parameters<typeof eventFiles>[0]): boolean {
  const [, files, hasText] = eventFiles(event)
  if (files.length === 0 || hasText) return false
  event.preventDefault()
  return true
}
