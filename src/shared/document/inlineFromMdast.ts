/** mdast's inline nodes to pieces of text: nodes around a text become bits on it. */
import type { PhrasingContent, RootContent } from 'mdast'
import { textFormat } from './document'
import type { InlinePiece } from './inlineForm'
import { safeLink } from './linkPolicy'

/** Where the links of `[words][label]` lead, by label. */
export type Definitions = ReadonlyMap<string, { url: string; title: string | null }>

export function inlineFromMdast(nodes: readonly RootContent[], definitions: Definitions): InlinePiece[] {
  return nodes.flatMap((node) => piecesOf(node, 0, definitions))
}

function piecesOf(node: RootContent, format: number, definitions: Definitions): InlinePiece[] {
  const inside = (children: readonly PhrasingContent[], bit = 0) =>
    children.flatMap((child) => piecesOf(child, format | bit, definitions))
  switch (node.type) {
    case 'text':
      return textPiece(node.value.replace(/\r\n|\r|\n/g, ' '), format)
    case 'inlineCode':
      return textPiece(node.value.replace(/\r\n|\r|\n/g, ' '), format | textFormat.code)
    case 'strong':
      return inside(node.children, textFormat.bold)
    case 'emphasis':
      return inside(node.children, textFormat.italic)
    case 'delete':
      return inside(node.children, textFormat.strikethrough)
    case 'break':
      return [{ kind: 'break' }]
    case 'link':
      return linkPieces(node.url, node.title ?? null, inside(node.children))
    case 'linkReference': {
      const target = definitions.get(node.identifier)
      return target ? linkPieces(target.url, target.title, inside(node.children)) : inside(node.children)
    }
    case 'image':
    case 'imageReference':
      return textPiece(node.alt ?? '', format)
    case 'html':
      return textPiece(node.value, format)
    case 'footnoteReference':
      return textPiece(`[^${node.label ?? node.identifier}]`, format)
    default:
      return 'children' in node ? node.children.flatMap((child) => piecesOf(child, format, definitions)) : []
  }
}

function textPiece(text: string, format: number): InlinePiece[] {
  return text === '' ? [] : [{ kind: 'text', text, format }]
}

function linkPieces(target: string, title: string | null, children: InlinePiece[]): InlinePiece[] {
  const url = safeLink(target)
  if (url === null) return children
  return [{ kind: 'link', url, title, children }]
}
