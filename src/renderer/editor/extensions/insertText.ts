/** Puts plain text in place of the selection: each line end is Enter. A line goes in at once, however many tabs it has; Lexical looks at the whole line for each. */
import {
  $getSelection,
  $isRangeSelection,
  $parseSerializedNode,
  $setSelection,
  type BaseSelection,
  type RangeSelection,
} from 'lexical'
import { newTexts } from '#shared/document/newNodes'

export function $insertText(selection: BaseSelection, text: string): void {
  if (!$isRangeSelection(selection)) {
    selection.insertRawText(text)
    return
  }
  $setSelection(selection)
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (at > 0) $atSelection((here) => here.insertParagraph())
    if (line !== '') $atSelection((here) => $insertLine(here, line))
  }
}

function $insertLine(here: RangeSelection, line: string): void {
  if (line.includes('\t')) here.insertNodes(newTexts(line, here.format).map($parseSerializedNode))
  else here.insertText(line)
}

/** Each insertion may put another selection in place of the one before. */
function $atSelection(insert: (at: RangeSelection) => void): void {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) insert(selection)
}
