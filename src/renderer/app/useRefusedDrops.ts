/** A file dropped beside an answer would otherwise be opened in place of the page. Drops into an answer are the editor's own. */
import { useEffect } from 'react'

export function useRefusedDrops(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      const inAnswer = event.target instanceof Element && event.target.closest('[contenteditable="true"]') !== null
      if (!inAnswer && event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
}
