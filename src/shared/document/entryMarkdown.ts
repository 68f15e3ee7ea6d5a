/** An entry as a Markdown file: every field in the front matter, the answered questions in the body. */
import { stringify } from 'yaml'
import { type Entry, isAnswered, type Section } from '../domain/entry'
import {
  type AnswerDocument,
  type AnyNode,
  type BlockNode,
  documentOfText,
  type HeadingTag,
  type ListItemNode,
  readDocument,
} from './document'
import { newDocument, newHeading, newRule, newText } from './newNodes'
import { inlineText } from './plainText'
import { toMarkdown } from './toMarkdown'

/**
 * Open questions stand in the front matter alone. An answer this version can't show goes out as its plain text. What was written
 * without a question begins with a rule, so that it does not read on from the answer above it.
 */
export function entryMarkdown(entry: Entry): string {
  return [...entryMarkdownParts(entry)].join('')
}

/** The same in small parts, so that whoever writes a long entry can let other work in between. */
export function* entryMarkdownParts(entry: Entry): Generator<string> {
  yield `---\n${frontMatter(entry)}---\n`
  const title: BlockNode[] = entry.title.trim() === '' ? [] : [newHeading('h1', [newText(entry.title)])]
  yield* markdownOf(title)
  for (const [at, section] of entry.sections.filter(isAnswered).entries()) {
    yield* markdownOf(sectionHead(section, at === 0))
    for (const piece of pieces(answerOf(section).root.children)) yield* markdownOf(piece.map(belowQuestion))
  }
}

function frontMatter({ sections, ...fields }: Entry): string {
  return stringify(
    { ...fields, sections: sections.map(({ answer: _, text: __, ...asked }) => asked) },
    // Days, times and a title such as "yes" stay text for readers of YAML 1.1 too; nothing is folded, and nothing is an alias.
    { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false },
  )
}

function answerOf({ answer, text }: Section): AnswerDocument {
  const read = readDocument(answer)
  return read.ok ? read.document : documentOfText(text)
}

function sectionHead({ question }: Section, isFirst: boolean): BlockNode[] {
  if (question !== null) return [newHeading('h2', [newText(question)])]
  return isFirst ? [] : [newRule()]
}

function* markdownOf(blocks: BlockNode[]): Generator<string> {
  const markdown = blocks.length === 0 ? '' : toMarkdown(newDocument(blocks))
  if (markdown !== '') yield `\n${markdown}`
}

/** Parts that can be told one by one: each begins with words, so that no list meets the list before it across the cut. */
function* pieces(blocks: readonly BlockNode[]): Generator<BlockNode[]> {
  let piece: BlockNode[] = []
  for (const block of blocks) {
    if (beginsPiece(block) && piece.length > 0) {
      yield piece
      piece = []
    }
    piece.push(block)
  }
  yield piece
}

function beginsPiece(block: BlockNode): boolean {
  if (block.type === 'paragraph') return inlineText(block.children).trim() !== ''
  return block.type === 'heading' || block.type === 'code' || block.type === 'horizontalrule'
}

/** The answer's own headings go two levels down, below the question's; those in quotes and lists too. */
function belowQuestion(block: BlockNode): BlockNode {
  switch (block.type) {
    case 'heading': {
      const level = Math.min(6, Number(block.tag.slice(1)) + 2)
      // 3 to 6 are levels of headings.
      return { ...block, tag: `h${level}` as HeadingTag }
    }
    case 'quote':
      return { ...block, children: block.children.map(lowered) }
    case 'list':
      return {
        ...block,
        children: block.children.map((item): ListItemNode => ({ ...item, children: item.children.map(lowered) })),
      }
    default:
      return block
  }
}

function lowered<T extends AnyNode>(node: T | BlockNode): T | BlockNode {
  return node.type === 'heading' || node.type === 'quote' || node.type === 'list' ? belowQuestion(node) : node
}
