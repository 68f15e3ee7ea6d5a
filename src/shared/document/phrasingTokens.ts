/** mdast's inline nodes as the parts of their Markdown, in order: the words a person wrote, and the markup around them. */
import type { Delete, Emphasis, Link, PhrasingContent, Strong } from 'mdast'
import { isWholeAutolink, linkTarget } from './linkTarget'

export type Token =
  | { readonly kind: 'words'; readonly value: string }
  /** What opens or closes bold, italic or struck words. */
  | { readonly kind: 'delimiter'; readonly value: string; readonly of: Strong | Emphasis | Delete }
  /** What stands around a link's label. */
  | { readonly kind: 'bracket'; readonly value: '[' | ']' }
  | { readonly kind: 'markup'; readonly value: string }

const sizes = { strong: 2, emphasis: 1, delete: 2 } as const

export function phrasingTokens(nodes: readonly PhrasingContent[]): Token[] {
  let sign = '*'
  return nodes.flatMap((node, index) => {
    sign = sign === '*' && needsOwnSign(nodes, index) ? '_' : '*'
    return tokensOf(node, sign)
  })
}

/** Between others, and beside one at a strikethrough. Next to a letter its own signs would not be read. */
function needsOwnSign(nodes: readonly PhrasingContent[], at: number): boolean {
  const node = nodes[at]
  const [before, after, later] = [-1, 1, 2].map((step) => isStarred(nodes[at + step]))
  if (!isStarred(node)) return false
  return Boolean((before && (after || isStruck(node, 0))) || (after && !later && isStruck(node, -1)))
}

/** Whether a format begins (0) or ends (-1) with struck words: stars of two formats between these and a letter would run together. */
function isStruck(node: PhrasingContent | undefined, edge: 0 | -1): boolean {
  if (node?.type === 'delete') return true
  return (node?.type === 'strong' || node?.type === 'emphasis') && isStruck(node.children.at(edge), edge)
}

function isStarred(node: PhrasingContent | undefined): boolean {
  return node?.type === 'strong' || node?.type === 'emphasis'
}

function tokensOf(node: PhrasingContent, sign: string): Token[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'words', value: node.value }]
    case 'break':
      return [markup('\\\n')]
    case 'html':
      return [markup(node.value)]
    case 'inlineCode':
      return [markup(codeSpan(node.value))]
    case 'link':
      return linkTokens(node)
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const value = (node.type === 'delete' ? '~' : sign).repeat(sizes[node.type])
      const delimiter: Token = { kind: 'delimiter', value, of: node }
      return [delimiter, ...phrasingTokens(node.children), delimiter]
    }
    default:
      // Our pages have no other inline nodes.
      return []
  }
}

const labelStart: Token = { kind: 'bracket', value: '[' }
const labelEnd: Token = { kind: 'bracket', value: ']' }

function markup(value: string): Token {
  return { kind: 'markup', value }
}

function linkTokens(link: Link): Token[] {
  const autolink = isWholeAutolink(link)
  if (autolink !== null) return [markup(`<${autolink}>`)]
  const label = phrasingTokens(link.children)
  const source = label.map(({ value }) => value).join('')
  // With code that has a bracket the line could be a definition, as [`a]:`](b) is: an empty title makes it none.
  const title = link.title ?? (/^[^[\]]*\]:/.test(source) ? '' : null)
  return [labelStart, ...label, labelEnd, markup(`(${linkTarget(link.url, title)})`)]
}

/** With as many backticks around it as no run within it has. */
function codeSpan(value: string): string {
  const runs = new Set(value.match(/`+/g)?.map((run) => run.length))
  let length = 1
  while (runs.has(length)) length += 1
  const fence = '`'.repeat(length)
  // Readers take one space off either side of what begins and ends with one, unless it is all spaces.
  const isPadded = /^`|`$/.test(value) || (/^ .* $/s.test(value) && /[^ ]/.test(value))
  return isPadded ? `${fence} ${value} ${fence}` : `${fence}${value}${fence}`
}
