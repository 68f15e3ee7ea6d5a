/** The moments at which everything typed has to be on disk: leaving the page, hiding, losing the focus, closing. */
import type { Sheet } from './autosaveSheet'
import { listen, request } from './bridge'
import { onLeaving } from './openPageStore'

let current: Sheet | null = null

/** Stores what the open page holds, now. False when it could not all be stored. */
export function saveOpenPage(): Promise<boolean> {
  return current ? current.autosave.flush() : Promise.resolve(true)
}

/** Takes a page into care until the returned function is called, which stores what is left. */
export function watchSheet(sheet: Sheet): () => void {
  current = sheet
  onLeaving(saveOpenPage)
  const flush = () => void sheet.autosave.flush()
  const hidden = () => {
    if (document.visibilityState === 'hidden') flush()
  }
  document.addEventListener('visibilitychange', hidden)
  document.addEventListener('focusout', flush)
  window.addEventListener('blur', flush)
  window.addEventListener('pagehide', flush)
  const off = listen('flushAsked', () => void answerFlush(sheet))
  return () => {
    document.removeEventListener('visibilitychange', hidden)
    document.removeEventListener('focusout', flush)
    window.removeEventListener('blur', flush)
    window.removeEventListener('pagehide', flush)
    off()
    if (current === sheet) current = null
    void sheet.autosave.flush().finally(() => sheet.autosave.stop())
  }
}

async function answerFlush(sheet: Sheet): Promise<void> {
  const stored = await sheet.autosave.flush()
  await request('page.flushed', { unsaved: stored ? 0 : 1 })
}
