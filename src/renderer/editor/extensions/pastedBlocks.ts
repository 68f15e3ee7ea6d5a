/** What a clipboard holds as blocks of our format, or null when it holds none: nothing reaches an editor unchecked. */
import { cleanLinks } from '#shared/document/cleanLinks'
import { type AnyNode, type InlineNode, type PageBlock, readDocument } from '#shared/document/document'
import { isEditable } from '#shared/document/editable'
import { newDocument, newParagraph } from '#shared/document/newNodes'
import { shownForm } from '#shared/document/pageForm'
import { isInline } from '#shared/document/plainText'

/**
 * Lexical's own clipboard JSON. A selection within one block arrives as inline nodes alone; they stay a run,
 * so that pasting them does not break the line.
 */
export function blocksOfClipboard(
  json: string,
  namespace: string,
  keepsId: (id: string) => boolean = () => false,
): (PageBlock | InlineNode)[] | null {
  const nodes = nodesOf(json, namespace)
  if (nodes === null) return null
  const inline = nodes.every(isInlineLike)
  // Lexical checks nothing here: the schema decides what these nodes are.
  const document = newDocument(inline ? [newParagraph(nodes as InlineNode[])] : (nodes as PageBlock[]))
  const read = readDocument(document)
  // What no editor of ours holds, none of ours has copied; Lexical loses words of it when it puts it in.
  if (!read.ok || !isEditable(read.document)) return null
  const clean = shownForm(cleanLinks(read.document), keepsId)
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
