/** Main knows at each moment whether a page holds words that are not saved: when Windows is about to end the session there is no time to ask. */

import { request } from '../bridge'
import { useWatched } from './autosaveWatch'

const isOnDisk: ReadonlySet<string> = new Set(['new', 'saved', 'stopped'])

/** From now on each change of it is said; returns what ends it. */
export function sayUnsaved(): () => void {
  let said = false
  let following: readonly (() => void)[] = []

  function say(): void {
    const isUnsaved = useWatched.getState().entryDrafts.some(({ store }) => !isOnDisk.has(store.getState().status.kind))
    if (isUnsaved === said) return
    said = isUnsaved
    request('page.unsaved', { isUnsaved }).catch(() => undefined)
  }

  function follow(): void {
    for (const end of following) end()
    following = useWatched.getState().entryDrafts.map(({ store }) => store.subscribe(say))
    say()
  }

  const end = useWatched.subscribe(follow)
  follow()
  return () => {
    end()
    for (const endOne of following) endOne()
  }
}
