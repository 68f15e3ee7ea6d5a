/** What the palette finds for what is typed, from its opening on; more of it as the sources are ready. */
import { useEffect, useMemo, useState } from 'react'
import { findIn, type OpenedSource, type Shown } from './findIn'
import { forgetWords } from './fuzzyList'
import { readRecent } from './recent'
import type { Source } from './source'

export function usePalette(sources: readonly Source[], typed: string): Shown & { readonly isReady: boolean } {
  const [opened] = useState((): readonly OpenedSource[] => sources.map((source) => ({ source, opened: source.open() })))
  const [recent, setRecent] = useState<readonly string[]>([])
  const [ready, setReady] = useState(0)
  useEffect(() => {
    let isShown = true
    const add = () => {
      if (isShown) setReady((count) => count + 1)
    }
    for (const source of opened) void source.opened.ready.then(add)
    void readRecent().then((ids) => {
      if (isShown) setRecent(ids)
    })
    return () => {
      isShown = false
      forgetWords()
    }
  }, [opened])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another source that is ready may find more
  const shown = useMemo(() => findIn(opened, typed, recent), [opened, typed, recent, ready])
  return { ...shown, isReady: ready === opened.length }
}
