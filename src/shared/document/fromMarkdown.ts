/** Markdown as a document: CommonMark with GFM's strikethrough, task lists and tables. Bare addresses stay text. */
import { fromMarkdown as mdastFromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { newlineToBreak } from 'mdast-util-newline-to-break'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { type AnswerDocument, documentOfText } from './document'
import { emptyTasks } from './emptyTasks'
import { fromMdast } from './fromMdast'

/** Quotes and lists opened on one line: more of them is no page but an attack on the stack. */
const tooDeep = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){200}/m

/** `markdown` is read whole; callers bound its size. Nested without reason, it is taken as plain text. */
export function fromMarkdown(markdown: string): AnswerDocument {
  return tooDeep.test(markdown) ? documentOfText(markdown) : fromMdast(treeOf(markdown))
}

/** Markdown as a person types it: each line stays a line of its own, which CommonMark would join to the one before. */
export function fromTypedMarkdown(markdown: string): AnswerDocument {
  if (tooDeep.test(markdown)) return documentOfText(markdown)
  const tree = treeOf(markdown)
  newlineToBreak(tree)
  return fromMdast(tree)
}

function treeOf(markdown: string) {
  return mdastFromMarkdown(markdown, {
    extensions: [gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
    mdastExtensions: [
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      emptyTasks,
    ],
  })
}
