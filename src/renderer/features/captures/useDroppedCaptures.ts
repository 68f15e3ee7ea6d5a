/** Lets a capture be dropped into an answer, and nowhere else in the page: a title or a search would take its words without marking it. */
import { useEffect } from 'react'
import { type OpenAnswer, openAnswers } from '../../editor/page/openAnswers'
import { draggedCapture, holdsCapture } from './dragData'
import { dropInto } from './insertCapture'

export function useDroppedCaptures(): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      const { dataTransfer, target } = event
      // Over an answer the browser shows a caret where it would land.
      if (dataTransfer === null || !holdsCapture(dataTransfer) || answerAt(target)) return
      event.preventDefault()
      dataTransfer.dropEffect = 'none'
    }
    const dropped = (event: DragEvent) => {
      const { dataTransfer, target, clientX, clientY } = event
      const capture = draggedCapture(dataTransfer)
      const answer = answerAt(target)
      if (!capture || !answer) return
      // Before the editor and the browser, which would put in the words at a time of their own.
      event.preventDefault()
      event.stopPropagation()
      dropInto(capture, answer, { x: clientX, y: clientY })
    }
    window.addEventListener('dragover', over, true)
    window.addEventListener('drop', dropped, true)
    return () => {
      window.removeEventListener('dragover', over, true)
      window.removeEventListener('drop', dropped, true)
    }
  }, [])
}

function answerAt(target: EventTarget | null): OpenAnswer | undefined {
  return openAnswers().find(({ editor }) => target instanceof Node && editor.getRootElement()?.contains(target))
}
