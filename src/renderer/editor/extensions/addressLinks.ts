/** Makes links of the addresses in a text. */

import { $isCodeNode } from '@lexical/code-core'
import { $createLinkNode, $isLinkNode } from '@lexical/link'
import { $findMatchingParent, type TextNode } from 'lexical'
import { addressesIn } from '#shared/document/addresses'

/** `isNew` says of an address whether it is to be a link. */
export function $linkAddresses(node: TextNode, isNew: (address: string) => boolean = () => true): void {
  if (!node.isSimpleText() || node.hasFormat('code')) return
  if ($findMatchingParent(node, (parent) => $isLinkNode(parent) || $isCodeNode(parent))) return
  const text = node.getTextContent()
  let rest = node
  let taken = 0
  for (const { start, end, url } of addressesIn(text)) {
    if (!isNew(text.slice(start, end))) continue
    const parts = rest.splitText(start - taken, end - taken)
    // Nothing stands before an address at the start.
    const words = parts[start === taken ? 0 : 1]
    if (!words) continue
    const link = $createLinkNode(url)
    // In this order a caret that is counted by the nodes before it stays in its place.
    words.replace(link)
    link.append(words)
    rest = parts.at(-1) ?? rest
    taken = end
  }
}
