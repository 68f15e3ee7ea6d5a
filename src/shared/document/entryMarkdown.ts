/** An entry as a Markdown file: every field in the front matter, the answered questions in the body. */
import { type Entry, isAnswered, type Section } from '../domain/entry/entry'
import { withSectionIds } from '../domain/entry/sectionIds'
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
export function entryMarkdown(entry: Entry, said: SaidOf = {}): string {
  const body = entryBody(entry)
  return `---\n${fieldsYaml(entry, said)}---\n${body === '' ? '' : `\n${body}`}`
}

/** Title and answered questions, without the front matter. */
export function entryBody(entry: Entry): string {
  const title: BlockNode[] = entry.title.trim() === '' ? [] : [newHeading('h1', [newText(entry.title)])]
  const answers = entry.sections
    .filter(isAnswered)
    .flatMap((section, at) => [
      ...sectionHead(section, at === 0),
      ...answerOf(section).root.children.map((block) => (block.type === 'table' ? block : belowQuestion(block))),
    ])
  const blocks = [...title, ...answers]
  return blocks.length === 0 ? '' : toMarkdown(newDocument(blocks))
}

/** What an entry says beside its words, for readers that look at the front matter alone. */
export interface SaidOf {
  readonly tags?: readonly string[]
  readonly people?: readonly string[]
  readonly projects?: readonly string[]
  /** Addresses. */
  readonly links?: readonly string[]
}

function fieldsYaml(entry: Entry, said: SaidOf): string {
  const { sections, placedAnswers: _, ...fields } = withSectionIds(entry)
  // A field of the entry counts more: another program may have given it one of these names.
  const some = Object.entries(said).filter(([name, all]) => all.length > 0 && !Object.hasOwn(fields, name))
  return (
    frontMatter({ ...fields, ...Object.fromEntries(some) }) +
    questionsYaml(sections.map(({ answer: __, text: ___, ...asked }) => asked))
  )
}

/** Few sets of questions are asked, each of them many times: only their ids differ, and stand in for these once the rest is made. */
const known = new Map<string, string>()
const mostKnown = 100

const plainId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const standIns = /00000000-0000-5000-8000-([0-9]{12})/g
const standIn = (at: number) => `00000000-0000-5000-8000-${String(at).padStart(12, '0')}`

function questionsYaml(sections: readonly { readonly id?: string | undefined }[]): string {
  const isUsual = ({ id }: (typeof sections)[number]) => id !== undefined && plainId.test(id)
  const same = JSON.stringify(sections.map((section, at) => ({ ...section, id: standIn(at) })))
  // Words that look like one of these are no place for an id.
  const found = same.match(standIns)
  if (!sections.every(isUsual) || found?.length !== sections.length) return frontMatter({ sections })
  const before = known.get(same)
  const yaml = before ?? frontMatter({ sections: sections.map((section, at) => ({ ...section, id: standIn(at) })) })
  if (before === undefined && known.size < mostKnown) known.set(same, yaml)
  return yaml.replace(standIns, (_, at) => sections[Number(at)]?.id ?? '')
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
