/** Made-up writing: words as often as in real texts (Zipf), in sentences, paragraphs and lists, with some formats and links. */
import {
  type AnswerDocument,
  type BlockNode,
  type InlineNode,
  type TextNode,
  textFormat,
} from '#shared/document/document'
import { newDocument, newLink, newList, newListItem, newParagraph, newText } from '#shared/document/newNodes'
import type { Random } from './random'

export interface Writer {
  readonly random: Random
  readonly words: readonly string[]
}

/** The n-th commonest comes about 1/n as often as the commonest. */
export function wordBy({ random, words }: Writer): string {
  const rank = Math.floor(Math.exp(random.next() * Math.log(words.length + 1))) - 1
  return words[rank] ?? ''
}

export function sentenceBy(writer: Writer, length: number): string {
  const words = Array.from({ length }, () => wordBy(writer))
  const comma = length > 8 ? writer.random.below(length - 2) : -1
  const text = words.map((word, at) => (at === comma ? `${word},` : word)).join(' ')
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${writer.random.pick(['.', '.', '.', '?', '…'])}`
}

/** Of `length` words. */
export function documentBy(writer: Writer, length: number): AnswerDocument {
  const { random } = writer
  const blocks: BlockNode[] = []
  let left = length
  while (left > 0) {
    const words = Math.min(left, 30 + random.below(60))
    blocks.push(random.chance(0.12) ? listBy(writer, words) : newParagraph(inlineBy(writer, words)))
    left -= words
  }
  return newDocument(blocks)
}

function listBy(writer: Writer, length: number): BlockNode {
  const { random } = writer
  const type = random.pick(['bullet', 'bullet', 'number', 'check'] as const)
  const children = Array.from({ length: Math.ceil(length / 10) }, (_, at) => {
    const words = newText(sentenceBy(writer, Math.min(10, length - at * 10)))
    return newListItem([words], at + 1, 0, type === 'check' ? random.chance(0.5) : undefined)
  })
  return newList(type, children)
}

function inlineBy(writer: Writer, length: number): InlineNode[] {
  const nodes: InlineNode[] = []
  let left = length
  while (left > 0) {
    const words = Math.min(left, 6 + writer.random.below(12))
    const text = `${sentenceBy(writer, words)} `
    const last = nodes.at(-1)
    // As the editor has it: neighbours of one format are one text.
    if (last?.type === 'text' && last.format === 0 && !writer.random.chance(0.15)) last.text += text
    else nodes.push(pieceBy(writer, text))
    left -= words
  }
  return nodes
}

function pieceBy({ random }: Writer, text: string): InlineNode {
  if (random.chance(0.05)) return newLink(`https://notes.example/${random.below(1000)}`, [newText(text)])
  const format = random.chance(0.2) ? random.pick([textFormat.bold, textFormat.italic]) : 0
  return newText(text, format) satisfies TextNode
}
