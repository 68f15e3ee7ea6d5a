/** The link at the selection, and what becomes of it. */
import { $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link'
import { $findMatchingParent, $getSelection, $isRangeSelection, type LexicalEditor, type LexicalNode } from 'lexical'

/** The link that both ends of the selection are in. */
export function $selectedLink(): LinkNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const link = $linkAround(selection.anchor.getNode())
  return link?.is($linkAround(selection.focus.getNode())) ? link : null
}

export function $linkAround(node: LexicalNode | null): LinkNode | null {
  return node && $findMatchingParent(node, $isLinkNode)
}

/** Gives the selected link, or else the selected words, this address; null leaves the words without a link. */
export function setLink(editor: LexicalEditor, url: string | null): void {
  editor.update(() => {
    const link = $selectedLink()
    if (link && url !== null) link.setURL(url)
    else if (link) $unlink(link)
    else if (url !== null) $toggleLink(url)
  })
}

export function $unlink(link: LinkNode): void {
  for (const child of link.getChildren()) link.insertBefore(child)
  link.remove()
}
