/**
 * A document as Markdown: CommonMark with GFM's strikethrough, task lists and tables, readable as it stands. What a person typed looks as typed: a
 * backslash stands only before what would be read as something else, and no character is written by its number.
 */
import type { Heading, List, ListItem, Paragraph, Parents } from 'mdast'
import {
  defaultHandlers,
  type Handle,
  type Join,
  toMarkdown as mdastToMarkdown,
  type Options,
} from 'mdast-util-to-markdown'
import type { AnswerDocument } from './document'
import { escaped, type Place } from './escaped'
import { fencedCode } from './fencedCode'
import { phrasingTokens } from './phrasingTokens'
import { tableMarkdown } from './tableMarkdown'
import { toMdast } from './toMdast'

/** An empty line before a list that would be read as more words of the paragraph above it. */
const apart: Join = (left, right) =>
  left.type === 'paragraph' && right.type === 'list' && !interruptsParagraph(right) ? 1 : undefined

const paragraph: Handle = (node: Paragraph, parent: Parents | undefined) => {
  const item = parent?.type === 'listItem' && parent.children[0] === node ? parent : null
  const isTask = typeof item?.checked === 'boolean'
  const place: Place = isTask ? 'task' : item ? 'item' : 'paragraph'
  const words = escaped(phrasingTokens(node.children), place)
  return isTask ? after(`[${item?.checked ? 'x' : ' '}]`, words) : words
}

const heading: Handle = (node: Heading) =>
  after('#'.repeat(node.depth), escaped(phrasingTokens(node.children), 'heading'))

const after = (marker: string, words: string) => (words === '' ? marker : `${marker} ${words}`)

/** A list that begins on its parent's line takes the other bullet: three alike on a line would be a rule. */
const list: Handle = (node: List, parent: Parents | undefined, state, info) => {
  if (parent?.type === 'listItem' && parent.children[0] === node) state.bulletLastUsed = state.bulletCurrent
  return defaultHandlers.list(node, parent, state, info)
}

/** As the library does it, which looks for each item among all the others. */
const listItem: Handle = (node: ListItem, parent: Parents | undefined, state, info) => {
  const number = parent?.type === 'list' && parent.ordered ? (parent.start ?? 1) + (state.indexStack.at(-1) ?? 0) : ''
  const marker = `${number}${state.bulletCurrent ?? '-'}`
  const indent = ' '.repeat(marker.length + 1)
  const tracker = state.createTracker(info)
  tracker.move(indent)
  tracker.shift(indent.length)
  return state.indentLines(state.containerFlow(node, tracker.current()), (line, index, isBlank) => {
    if (isBlank) return index === 0 ? marker : ''
    return index === 0 ? `${marker} ${line}` : `${indent}${line}`
  })
}

const options: Options = {
  bullet: '-',
  join: [apart],
  handlers: { code: fencedCode, heading, list, listItem, paragraph, table: tableMarkdown },
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
