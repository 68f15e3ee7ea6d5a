/**
 * The facts of a written answer. It may come from another program, be anything, and be as deep as it likes: nothing recurses, nothing is
 * called on it, and each value is visited once. So it is read by its shape and not by `readDocument`, which refuses what is too deep.
 */
import { addressesWrittenIn, namesIn, type WrittenFacts, type WrittenLink, type WrittenTask } from './writtenFacts'

/** `answer` is a Lexical document as JSON, or what a file has in its place. */
export function factsOfDocument(answer: unknown): WrittenFacts {
  const found = new Words()
  const waiting: unknown[] = [answer]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (next instanceof End) next.end()
    else if (next instanceof Item) visitItem(next, found, waiting)
    else if (typeof next === 'object' && next !== null) visit(next, found, waiting)
  }
  return found.facts()
}

/** On the stack where what a node opened ends. */
class End {
  constructor(readonly end: () => void) {}
}

/** On the stack for what a list holds. */
class Item {
  constructor(
    readonly node: unknown,
    readonly isTask: boolean,
  ) {}
}

/** The fields of a node, of which any may be anything. */
interface Loose {
  readonly type?: unknown
  readonly text?: unknown
  readonly format?: unknown
  readonly url?: unknown
  readonly listType?: unknown
  readonly checked?: unknown
  readonly children?: unknown
}

function visit(node: object, found: Words, waiting: unknown[]): void {
  if (Array.isArray(node)) {
    push(node, waiting)
    return
  }
  const { type, text, format, url, listType, children }: Loose = node
  if (typeof text === 'string') found.add(text, typeof format === 'number' && (format & codeFormat) !== 0)
  if (type === 'linebreak') found.endLine()
  if (!Array.isArray(children)) {
    // A text's other fields hold no words; of a node that is not known any may.
    if (typeof text !== 'string') push(Object.values(node), waiting)
    return
  }
  if (type === 'link') {
    waiting.push(new End(found.beginLink(typeof url === 'string' ? url : '')))
    push(children, waiting)
    return
  }
  found.endLine()
  if (type === 'table') found.hasTable = true
  if (type === 'code') waiting.push(new End(found.beginCode()))
  waiting.push(new End(() => found.endLine()))
  const isTasks = listType === 'check'
  push(type === 'list' || isTasks ? children.map((child: unknown) => new Item(child, isTasks)) : children, waiting)
}

function visitItem({ node, isTask }: Item, found: Words, waiting: unknown[]): void {
  if (typeof node !== 'object' || node === null) return
  const { checked, children }: Loose = node
  // A list within a list stands alone in an item, which is none itself.
  const isOwn = isTask && !(Array.isArray(children) && isList(children[0]))
  waiting.push(new End(found.beginItem(isOwn ? { isDone: checked === true } : null)), node)
}

function isList(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'list'
}

function push(values: readonly unknown[], waiting: unknown[]): void {
  for (let at = values.length - 1; at >= 0; at -= 1) waiting.push(values[at])
}

/** The bit of a text's format that says that it is code. */
const codeFormat = 16

/** In the place of what marks nothing: it ends a name, and begins none. */
const unmarked = '`'

/** What has been read so far. */
class Words {
  private readonly lines: string[] = []
  private line = ''
  /** The words since the last link: addresses within a link are that link. */
  private run = ''
  private link: { address: string; text: string } | null = null
  private isCode = false
  hasTable = false
  private task: { text: string; isDone: boolean } | null = null
  private readonly links: WrittenLink[] = []
  private readonly tasks: WrittenTask[] = []

  /** Code and the words of a link hold no names. */
  add(text: string, isCode: boolean): void {
    this.line += isCode || this.isCode || this.link ? unmarked : text
    if (this.link) this.link.text += text
    else this.run += text
    if (this.task) this.task.text += text
  }

  endLine(): void {
    this.endRun()
    if (this.line !== '') this.lines.push(this.line)
    this.line = ''
    if (this.task && !this.task.text.endsWith('\n')) this.task.text += '\n'
    if (this.link) this.link.text += ' '
  }

  /** Gives what ends it. */
  beginLink(address: string): () => void {
    this.endRun()
    const around = this.link
    const link = { address, text: '' }
    this.link = link
    return () => {
      this.links.push({ address, text: link.text.trim() })
      this.link = around
    }
  }

  /** Gives what ends it. */
  beginCode(): () => void {
    const around = this.isCode
    this.isCode = true
    return () => {
      this.isCode = around
    }
  }

  /** Null for an item that is no task. Gives what ends it. */
  beginItem(item: { readonly isDone: boolean } | null): () => void {
    this.endLine()
    const around = this.task
    const task = item && { text: '', isDone: item.isDone }
    this.task = task
    if (task) this.tasks.push(task)
    return () => {
      this.endLine()
      if (task) task.text = task.text.trim()
      this.task = around
    }
  }

  facts(): WrittenFacts {
    this.endLine()
    return { ...namesIn(this.lines.join('\n')), links: this.links, tasks: this.tasks, hasTable: this.hasTable }
  }

  private endRun(): void {
    for (const link of addressesWrittenIn(this.run)) this.links.push(link)
    this.run = ''
  }
}
