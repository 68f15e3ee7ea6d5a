import type { PageMessage } from './pageConfig'

/** Tells the main process the document's title, at first and whenever it changes. */
export function observeTitle(post: (message: PageMessage) => void): void {
  let known = ''
  const tell = () => {
    if (document.title === known) return
    known = document.title
    post({ kind: 'title', title: known })
  }
  document.addEventListener('DOMContentLoaded', () => {
    tell()
    new MutationObserver(tell).observe(document.head, { childList: true, subtree: true, characterData: true })
  })
}
