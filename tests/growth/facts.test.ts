/** What an answer says beside its words. */
import { factsOfDocument } from '#shared/facts/documentFacts'
import { blocksRun } from './blocksRun'
import { grows } from './grows'

type Node = Record<string, unknown>
const text = (words: string): Node => ({ type: 'text', text: words })
const root = (children: unknown[]) => ({ root: { type: 'root', children } })
const many = <T>(n: number, make: (at: number) => T) => Array.from({ length: n }, (_, at) => make(at))

function deep(levels: number, around: (inner: Node) => Node): Node {
  let node = text('#a https://x.example')
  for (let level = 0; level < levels; level += 1) node = around(node)
  return node
}

function factsGrow(dimension: string, make: (n: number) => unknown[]): void {
  grows(
    dimension,
    (n) => root(make(n)),
    (answer, count) => count(blocksRun(() => factsOfDocument(answer))),
  )
}

factsGrow('blocks with facts', (n) =>
  many(n, () => ({ type: 'paragraph', children: [text('#a @b https://x.example')] })),
)
factsGrow('texts of a block', (n) => [{ type: 'paragraph', children: many(n, () => text('#a https://x.example ')) }])
factsGrow('addresses of a text', (n) => [text('https://x.example '.repeat(n))])
factsGrow('links', (n) => [{ children: many(n, () => ({ type: 'link', url: 'x', children: [text('y')] })) }])
factsGrow('tasks', (n) => [{ type: 'list', listType: 'check', children: many(n, () => ({ children: [text('y')] })) }])
factsGrow('levels of blocks', (n) => [deep(n, (inner) => ({ children: [inner] }))])
factsGrow('levels of links', (n) => [deep(n, (inner) => ({ type: 'link', children: [inner] }))])
factsGrow('levels of tasks', (n) => [deep(n, (inner) => ({ type: 'list', listType: 'check', children: [inner] }))])
factsGrow('levels of what is no node', (n) => [deep(n, (inner) => ({ further: [inner] }))])
