/** The renderer without its threads, which change nothing of a text. */

import { type Asked, rendered } from '../../src/main/markdown/rendered'
import type { MarkdownRenderer, Period, RenderedEntry } from '../../src/main/services/ports/markdownRenderer'

export function renderedHere(): MarkdownRenderer {
  const answer = async (asked: Asked) => rendered(asked)
  return {
    // What answers a question answers with its type, as over the threads.
    file: (bytes: Uint8Array, period: Period) => answer({ kind: 'file', bytes, period }) as Promise<RenderedEntry>,
    entry: (entry, period) => answer({ kind: 'entry', entry, period }) as Promise<RenderedEntry>,
    captures: (day) => answer({ kind: 'captures', day }) as Promise<string | null>,
    close: async () => undefined,
  }
}
