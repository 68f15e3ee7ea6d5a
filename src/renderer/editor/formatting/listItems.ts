/** The list items a selection stands in. */
import { $isListItemNode, type ListItemNode } from '@lexical/list'
import { $findMatchingParent, $getSelection, $isRangeSelection } from 'lexical'

/** Empty unless every part of the selection is in a list. */
export function $selectedItems(): readonly ListItemNode[] {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return []
  const ends = [selection.anchor.getNode(), selection.focus.getNode()]
  const items = ends.map((node) => $findMatchingParent(node, $isListItemNode))
  return items.filter((item) => item !== null).length === ends.length ? items.filter((item) => item !== null) : []
}
