/** Marks a capture that was dropped into an answer. The editor itself puts the words where they are dropped. */
import { useEffect } from 'react'
import { openAnswers } from '../../editor/openAnswers'
import { sayFailure } from '../../state/sayFailure'
import { wasPutInto } from './captureActions'
import { carried } from './carried'

export function useDroppedCaptures(): void {
  useEffect(() => {
    const dropped = ({ dataTransfer, target }: DragEvent) => {
      const capture = carried(dataTransfer)
      const answer = openAnswers().find(
        ({ editor }) => target instanceof Node && editor.getRootElement()?.contains(target),
      )
      if (!capture || !answer) return
      const { editor } = answer
      // The words arrive after the drop, as input.
      const end = editor.registerUpdateListener(({ dirtyLeaves, dirtyElements }) => {
        if (dirtyLeaves.size === 0 && dirtyElements.size === 0) return
        end()
        void wasPutInto(capture, editor).catch(sayFailure)
      })
    }
    window.addEventListener('drop', dropped)
    return () => window.removeEventListener('drop', dropped)
  }, [])
}
