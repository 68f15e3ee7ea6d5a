/** An entry as a Markdown file: every field in the front matter, the answered questions in the body. */
import { type Entry, isAnswered, type Section } from '../domain/entry/entry'
import {
  type AnswerDocument,
  type AnyNode,
  type BlockNode,
  documentOfText,
  type HeadingTag,
  type ListItemNode,
  readDocument,
} from './document'
import { frontMatter } from './frontMatter'
import { newDocument, newHeading, newRule, newText } from './newNodes'
import { toMarkdown } from './toMarkdown'

/**
 * Open questions stand in the front matter alone. An answer this version can't show goes out as its plain text. What was written
 * without a question begins with a rule, so that it does not read on from the answer above it.
 */
export function entryMarkdown(entry: Entry): string {
  const body = entryBody(entry)
  return `---\n${fieldsYaml(entry)}---\n${body === '' ? '' : `\n${body}`}`
}

/** Title and answered questions, without the front matter. */
export function entryBody(entry: Entry): string {
  const title: BlockNode[] = entry.title.trim() === '' ? [] : [newHeading('h1', [newText(entry.title)])]
  const answers = entry.sections
    .filter(isAnswered)
    .flatMap((section, at) => [
      ...sectionHead(section, at === 0),
      ...answerOf(section).root.children.map(belowQuestion),
    ])
  const blocks = [...title, ...answers]
  return blocks.length === 0 ? '' : toMarkdown(newDocument(blocks))
}

function fieldsYaml({ sections, placedAnswers: _, ...fields }: Entry): string {
  return frontMatter(fields) + questionsYaml(sections.map(({ answer: __, text: ___, ...asked }) => asked))
}

/** Few sets of questions are asked, each of them many times. */
const known = new Map<string, string>()
const mostKnown = 100

function questionsYaml(sections: readonly object[]): string {
  const key = JSON.stringify(sections)
  const before = known.get(key)
  if (before !== undefined) return before
  const yaml = frontMatter({ sections })
  if (known.size < mostKnown) known.set(key, yaml)
  return yaml
}

function answerOf({ answer, text }: Section): AnswerDocument {
  const read = readDocument(answer)
  return read.ok ? read.document : documentOfText(text)
}

function sectionHead({ question }: Section, isFirst: boolean): BlockNode[] {
  if (question !== null) return [newHeading('h2', [newText(question)])]
  return isFirst ? [] : [newRule()]
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
