/** A document as Markdown: CommonMark with GFM's strikethrough and task lists, readable as it stands. */
import type { List, Parents, Text } from 'mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import {
  defaultHandlers,
  type Handle,
  type Info,
  type Join,
  toMarkdown as mdastToMarkdown,
  type Options,
  type State,
  type Unsafe,
} from 'mdast-util-to-markdown'
import type { AnswerDocument } from './document'
import { toMdast } from './toMdast'
import { isUnmarked } from './unmarked'

/** An empty line before a list that would be read as more words of the paragraph above it. */
const apart: Join = (left, right) =>
  left.type === 'paragraph' && right.type === 'list' && !interruptsParagraph(right) ? 1 : undefined

/**
 * The library leaves `_` between letters as it is. Beside a format these letters may yet become character references, and then
 * the `_` is no longer between letters: there it is escaped.
 */
const text: Handle = (node: Text, parent: Parents | undefined, state, info) => {
  if (isUnmarked(node.value, info) && !state.stack.includes('autolink')) return withLastSpace(node.value, state, info)
  const escaped = defaultHandlers.text(node, parent, state, info)
  const alone = (parent?.type === 'paragraph' || parent?.type === 'heading') && parent.children.length === 1
  return alone || state.stack.includes('autolink')
    ? escaped
    : escaped.replace(/\\[\s\S]|_/g, (found) => (found === '_' ? '\\_' : found))
}

/** A space at the end of a line would be dropped: the library has a reference for it. */
const withLastSpace = (value: string, state: State, info: Info): string =>
  value.endsWith(' ')
    ? value.slice(0, -1) + state.safe(' ', { ...info, before: value.slice(-2, -1) || info.before })
    : value

/** A list that begins on its parent's line takes the other bullet: three alike on a line would be a rule. */
const list: Handle = (node: List, parent: Parents | undefined, state, info) => {
  if (parent?.type === 'listItem' && parent.children[0] === node) state.bulletLastUsed = state.bulletCurrent
  return defaultHandlers.list(node, parent, state, info)
}

const notInPhrasing: Unsafe['notInConstruct'] = ['autolink', 'destinationLiteral', 'destinationRaw', 'titleQuote']

const options: Options = {
  bullet: '-',
  extensions: [gfmStrikethroughToMarkdown(), gfmTaskListItemToMarkdown()],
  join: [apart],
  handlers: { list, text },
  unsafe: [
    // A byte order mark in front of a file is dropped by those who read it.
    { character: '\uFEFF', before: '[\\r\\n]', inConstruct: 'phrasing' },
    // `<1@b>` is an address too; the library thinks of those that begin with a letter.
    { character: '<', after: "[\\w.!#$%&'*+/=?^`{|}~-]+@", inConstruct: 'phrasing', notInConstruct: notInPhrasing },
  ],
}

export function toMarkdown(document: AnswerDocument): string {
  return mdastToMarkdown(toMdast(document), options)
}

/** CommonMark 5.2: only a list that begins with words, and with 1 where it is numbered; so must the lists it begins with. */
function interruptsParagraph(list: List): boolean {
  if (list.ordered && list.start !== 1) return false
  const first = list.children[0]?.children[0]
  return first !== undefined && (first.type !== 'list' || interruptsParagraph(first))
}
