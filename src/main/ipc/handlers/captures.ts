import type { CaptureAnswers } from '#shared/contract/captures'
import type { Captures } from '../../services/captures/captures'
import type { QuickCapture } from '../../services/captures/quickCapture'
import { done } from '../done'
import type { HandlersOf } from '../serve'

interface Served {
  readonly captures: Captures
  readonly quickCapture: QuickCapture
}

export function captureHandlers({ captures, quickCapture }: Served): HandlersOf<keyof CaptureAnswers> {
  return {
    'captures.begin': () => quickCapture.begin(),
    'captures.keepDraft': (draft) => quickCapture.keepDraft(draft),
    'captures.add': (draft) => quickCapture.add(draft),
    'captures.open': () => done(() => quickCapture.open()),
    'captures.close': () => done(quickCapture.hide),
    'captures.ofDay': ({ day }) => captures.ofDay(day),
    'captures.trashed': () => captures.trashed(),
    'captures.edit': ({ day, id, kind, text }) => captures.edit(day, id, { kind, text }),
    'captures.move': ({ day, id, to }) => captures.move(day, id, to),
    'captures.use': ({ day, id, entry }) => captures.use(day, id, entry),
    'captures.discard': ({ day, id }) => captures.discard(day, id),
    'captures.restore': ({ day, id }) => captures.restore(day, id),
    'captures.erase': ({ day, id }) => captures.erase(day, id),
  }
}
