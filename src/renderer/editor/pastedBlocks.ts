/** What a clipboard holds as blocks of our format, or null when it holds none: nothing reaches an editor unchecked. */
import { cleanLinks } from '#shared/document/cleanLinks'
import {
  type AnswerDocument,
  type AnyNode,
  type BlockNode,
  type InlineNode,
  readDocument,
  textFormat,
} from '#shared/document/document'
import { newDocument, newParagraph } from '#shared/document/newNodes'
import { isInline } from '#shared/document/plainText'

const ourFormats = textFormat.bold | textFormat.italic | textFormat.strikethrough | textFormat.code

/**
 * Lexical's own clipboard JSON. A selection within one block arrives as inline nodes alone; they stay a run,
 * so that pasting them does not break the line.
 */
export function blocksOfClipboard(json: string, namespace: string): (BlockNode | InlineNode)[] | null {
  const nodes = nodesOf(json, namespace)
  if (nodes === null) return null
  const inline = nodes.every(isInlineLike)
  // Lexical checks nothing here: the schema decides what these nodes are.
  const document = newDocument(inline ? [newParagraph(nodes as InlineNode[])] : (nodes as BlockNode[]))
  const read = readDocument(document)
  if (!read.ok) return null
  const clean = withOurFormats(cleanLinks(read.document))
  const first = clean.root.children[0]
  return inline && first?.type === 'paragraph' ? first.children : clean.root.children
}

function nodesOf(json: string, namespace: string): unknown[] | null {
  try {
    const payload: unknown = JSON.parse(json)
    if (typeof payload !== 'object' || payload === null) return null
    if (!('namespace' in payload) || payload.namespace !== namespace) return null
    return 'nodes' in payload && Array.isArray(payload.nodes) && payload.nodes.length > 0 ? payload.nodes : null
  } catch {
    return null
  }
}

function isInlineLike(node: unknown): boolean {
  // Only `type` and `text` are looked at; the schema checks the rest.
  return typeof node === 'object' && node !== null && isInline(node as AnyNode)
}

/** Without the bits of formats that an answer does not have. */
function withOurFormats(document: AnswerDocument): AnswerDocument {
  return { ...document, root: limited(document.root) }
}

function limited<N extends AnyNode>(node: N): N {
  if ('children' in node) {
    const children: readonly AnyNode[] = node.children
    return { ...node, children: children.map(limited) }
  }
  return 'text' in node ? { ...node, format: (node.format ?? 0) & ourFormats, style: '' } : node
}
