/** Gives the focus back to what had it when the palette opened, with the caret where it was; at once, so that the next key goes there. */
import { useState } from 'react'

export function useFocusReturn(): () => void {
  const [giveBack] = useState(focusNow)
  return giveBack
}

function focusNow(): () => void {
  const before = document.activeElement
  const selection = document.getSelection()
  const range = selection && { ...rangeOf(selection) }
  return () => {
    if (!(before instanceof HTMLElement) || !before.isConnected || before === document.body) return
    before.focus({ preventScroll: true })
    // A field keeps its caret by itself; a written page begins anew at its start.
    const { anchor, anchorAt = 0, end, endAt = 0 } = range ?? {}
    if (before.isContentEditable && anchor?.isConnected && end?.isConnected)
      selection?.setBaseAndExtent(anchor, anchorAt, end, endAt)
  }
}

function rangeOf({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection) {
  return { anchor: anchorNode, anchorAt: anchorOffset, end: focusNode, endAt: focusOffset }
}
