/** Blocks the formats an answer does not have: underline, highlight, alignment, indents outside lists. */
import {
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  mergeRegister,
  type TextFormatType,
} from 'lexical'
import { maxListDepth } from '#shared/document/document'
import { $isInCode } from '../formatting/codeBlocks'
import { $selectedItems } from '../formatting/listItems'

const formats: ReadonlySet<TextFormatType> = new Set(['bold', 'italic', 'strikethrough', 'code'])

export const FormatLimitExtension = defineExtension({
  name: 'throughline/formatLimit',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        FORMAT_TEXT_COMMAND,
        (format) => !formats.has(format) || $isInCode(),
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(INDENT_CONTENT_COMMAND, () => !$canNest(), COMMAND_PRIORITY_CRITICAL),
    ),
})

function $canNest(): boolean {
  const items = $selectedItems()
  return items.length > 0 && items.every((item) => item.getIndent() + 1 < maxListDepth)
}
