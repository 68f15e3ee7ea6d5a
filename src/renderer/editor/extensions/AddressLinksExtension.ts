/**
 * An address that is pasted, or typed and ended with Enter, becomes a link, as a step of its own: one undo leaves it as text. (With the
 * space after it, it is one of the Markdown shortcuts.) A link whose words are its address follows them when they are changed.
 */
import { $isLinkNode } from '@lexical/link'
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $onUpdate,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  HISTORY_PUSH_TAG,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  PASTE_TAG,
  TextNode,
} from 'lexical'
import { addressesIn, addressLink } from '#shared/document/addresses'
import { $linkAddresses } from './addressLinks'

/** Texts of one paste that are looked through; in more than these addresses stay text. */
const mostTexts = 2000

export const AddressLinksExtension = defineExtension({
  name: 'throughline/addressLinks',
  register: (editor) =>
    mergeRegister(
      editor.registerUpdateListener(({ tags, dirtyLeaves, prevEditorState }) => {
        if (!tags.has(PASTE_TAG)) return
        const before = (key: NodeKey) => prevEditorState.read(() => $getNodeByKey(key)?.getTextContent() ?? '')
        linkLater(editor, [...dirtyLeaves].slice(0, mostTexts), before)
      }),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        () => {
          const key = $endedAddress()
          if (key !== null) $onUpdate(() => linkLater(editor, [key], () => ''))
          return false
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerNodeTransform(TextNode, (node) => $follow(editor, node)),
    ),
})

/** In these texts, save the addresses that were text in them before. */
function linkLater(editor: LexicalEditor, keys: readonly NodeKey[], before: (key: NodeKey) => string): void {
  const found = editor.read(() =>
    keys.filter((key) => addressesIn($getNodeByKey(key)?.getTextContent() ?? '').length > 0),
  )
  if (found.length === 0) return
  editor.update(
    () => {
      for (const key of found) {
        const node = $getNodeByKey(key)
        const old = before(key)
        if ($isTextNode(node)) $linkAddresses(node, (address) => !old.includes(address))
      }
    },
    { tag: HISTORY_PUSH_TAG },
  )
}

/** The text with an address up to the caret. */
function $endedAddress(): NodeKey | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  const text = node.getTextContent().slice(0, selection.anchor.offset)
  return $isTextNode(node) && addressesIn(text).some(({ end }) => /^\S*$/.test(text.slice(end))) ? node.getKey() : null
}

function $follow(editor: LexicalEditor, node: TextNode): void {
  const link = node.getParent()
  if (!$isLinkNode(link)) return
  const before = editor.getEditorState().read(() => $getNodeByKey(link.getKey())?.getTextContent())
  const now = link.getTextContent()
  if (before === undefined || before === now || addressLink(before) !== link.getURL()) return
  const url = addressLink(now)
  if (url !== null) link.setURL(url)
}
