/**
 * The marks of a block, in its node's state (`$`, which Lexical keeps and never draws). `private: true` is for words that stay in the journal; `id`
 * is the address of a block that something else points at. Each of the block's texts bears them too: words that go to another block, in this
 * editor or in a version of the app that knows no marks, take them along, and the rules here find them again.
 */
import type { AnswerDocument, AnyNode } from './document'

export interface Marks {
  readonly isPrivate: boolean
  /** '' for none. */
  readonly id: string
}

export const noMarks: Marks = { isPrivate: false, id: '' }

/** A block as the rules see it. */
export interface MarkedBlock {
  readonly marks: Marks
  readonly words: readonly MarkedWords[]
  /** Whether it had this id before the change that is being settled. */
  readonly held?: (id: string) => boolean
}

export interface MarkedWords {
  readonly marks: Marks
  readonly length: number
}

const blockTypes: ReadonlySet<string> = new Set(['paragraph', 'heading', 'quote', 'code', 'listitem'])

/** Whether a node of this type bears marks for the words in it. */
export function isMarkedType(type: string): boolean {
  return blockTypes.has(type)
}

/** Of a node's state, whatever a file has there. */
export function marksIn(state: unknown): Marks {
  if (typeof state !== 'object' || state === null) return noMarks
  const { private: isPrivate, id }: { readonly private?: unknown; readonly id?: unknown } = state
  return { isPrivate: isPrivate === true, id: typeof id === 'string' ? id : '' }
}

/**
 * The marks of each block of a document, in their order. Private spreads: a block with any words of a private one is private. An id stays on
 * the one block that has the most of its words; of equals on the one that had it, then on the first. A block has one id: its own while it has words of it.
 */
export function settledMarks(blocks: readonly MarkedBlock[]): Marks[] {
  const shares = blocks.map(sharesOf)
  const holders = new Map<string, number>()
  for (const [at, share] of shares.entries())
    for (const id of share.keys()) {
      const before = holders.get(id)
      if (before === undefined || isBetter(blocks, shares, id, at, before)) holders.set(id, at)
    }
  return blocks.map(({ marks, words }, at) => {
    const share = shares[at] ?? new Map<string, number>()
    const held = [...share].filter(([id]) => holders.get(id) === at)
    const own = held.find(([id]) => id === marks.id)
    const most = own ?? held.reduce<readonly [string, number]>((best, one) => (one[1] > best[1] ? one : best), ['', 0])
    return { isPrivate: marks.isPrivate || words.some((one) => one.marks.isPrivate), id: most[0] }
  })
}

/** How many characters of each id's words a block has. Where its words say nothing, they are those of its own; a block without words has no id. */
function sharesOf({ marks, words }: MarkedBlock): ReadonlyMap<string, number> {
  const share = new Map<string, number>()
  for (const { marks: of, length } of words)
    if (of.id !== '' && length > 0) share.set(of.id, (share.get(of.id) ?? 0) + length)
  const all = words.reduce((sum, { length }) => sum + length, 0)
  if (share.size === 0 && marks.id !== '' && all > 0) share.set(marks.id, all)
  return share
}

function isBetter(
  blocks: readonly MarkedBlock[],
  shares: readonly ReadonlyMap<string, number>[],
  id: string,
  at: number,
  before: number,
): boolean {
  const rank = (place: number) => [
    shares[place]?.get(id) ?? 0,
    Number(blocks[place]?.held?.(id) ?? false),
    Number(blocks[place]?.marks.id === id),
  ]
  const [one, other] = [rank(at), rank(before)]
  const differs = one.findIndex((value, index) => value !== other[index])
  return differs !== -1 && (one[differs] ?? 0) > (other[differs] ?? 0)
}

/** Whether any node has marks, so that most documents are looked at and left alone. */
export function hasMarks({ root }: AnswerDocument): boolean {
  return nodesIn(root).some((node) => stateOf(marksIn(given(node))) !== null)
}

/** All ids that blocks of a document have. */
export function idsIn({ root }: AnswerDocument): string[] {
  return nodesIn(root).flatMap((node) => marksIn(given(node)).id || [])
}

/** Each block's marks by the rules, and on each of its texts. The same document when it has none. */
export function withSettledMarks(document: AnswerDocument): AnswerDocument {
  if (!hasMarks(document)) return document
  const blocks = nodesIn(document.root).filter(({ type }) => isMarkedType(type))
  const marks = settledMarks(
    blocks.map((block) => ({
      marks: marksIn(given(block)),
      words: wordsOf(block).map((text) => ({ marks: marksIn(given(text)), length: lengthOf(text) })),
    })),
  )
  let last = -1
  const next = () => {
    last += 1
    return marks[last] ?? noMarks
  }
  return { ...document, root: withMarks(document.root, noMarks, next) }
}

/** `around` are the marks of the block whose words these are; `next` gives those of the next block, in the order in which they are read. */
function withMarks<N extends AnyNode>(node: N, around: Marks, next: () => Marks): N {
  const isBlock = isMarkedType(node.type)
  const marks = isBlock ? next() : around
  const marked = isBlock || 'text' in node ? withState(node, marks) : node
  if (!('children' in node)) return marked
  // Each child stays a node of its type.
  return {
    ...marked,
    children: node.children.map((child) => withMarks<AnyNode>(child, isWords(child) ? marks : noMarks, next)),
  }
}

/** A block that stands in another one is none of its words. */
function isWords(child: AnyNode): boolean {
  return 'text' in child || child.type === 'link'
}

function withState<N extends AnyNode>(node: N, marks: Marks): N {
  const state = given(node)
  const now = marksIn(state)
  if (now.isPrivate === marks.isPrivate && now.id === marks.id) return node
  // What is no state stays as another program wrote it.
  if (state !== undefined && (typeof state !== 'object' || state === null || Array.isArray(state))) return node
  const next: Record<string, unknown> = { ...state }
  if (marks.isPrivate) next.private = true
  if (marks.id !== '') next.id = marks.id
  else if (now.id !== '') delete next.id
  if (Object.keys(next).length > 0) return { ...node, $: next }
  const { $: _, ...rest } = { $: undefined, ...node }
  // Without its state it is still a node of its type.
  return rest as unknown as N
}

/** A node's state with nothing but these; null for none. */
export function stateOf({ isPrivate, id }: Marks): { readonly private?: true; readonly id?: string } | null {
  if (!isPrivate && id === '') return null
  return { ...(isPrivate && { private: true }), ...(id !== '' && { id }) }
}

/** In the order in which they are read. `readDocument` has seen that they are not nested without end. */
export function nodesIn(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = []
  const add = (one: AnyNode) => {
    found.push(one)
    if ('children' in one) for (const child of one.children) add(child)
  }
  add(node)
  return found
}

/** The texts of a block itself, those of its links too, and not those of blocks in it. */
function wordsOf(block: AnyNode): AnyNode[] {
  if (!('children' in block)) return []
  const children: readonly AnyNode[] = block.children
  return children.flatMap((child) => ('text' in child ? [child] : child.type === 'link' ? wordsOf(child) : []))
}

function lengthOf(node: AnyNode): number {
  return 'text' in node ? node.text.length : 0
}

/** The state that a file has of it. */
function given(node: AnyNode): unknown {
  return '$' in node ? node.$ : undefined
}

/** A node and all in it, made private: of words that come from a private block in a form that can't say so. */
export function asPrivate<N extends AnyNode>(node: N): N {
  // Each child stays a node of its type.
  const marked = 'children' in node ? { ...node, children: node.children.map(asPrivate<AnyNode>) } : node
  const isBearer = isMarkedType(node.type) || 'text' in node
  return isBearer ? { ...marked, $: { private: true } } : marked
}
