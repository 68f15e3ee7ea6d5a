import type { CaptureAnswers } from '#shared/contract/captures'
import type { QuickCapture } from '../../services/captures/quickCapture'
import type { Session } from '../../services/journal/session'
import { done } from '../done'
import type { HandlersOf } from '../serve'

interface Served {
  readonly session: Session
  readonly quickCapture: QuickCapture
}

export function captureHandlers({ session, quickCapture }: Served): HandlersOf<keyof CaptureAnswers> {
  return {
    'captures.begin': () => quickCapture.begin(),
    'captures.keepDraft': (draft) => quickCapture.keepDraft(draft),
    'captures.add': (draft) => quickCapture.add(draft),
    'captures.open': () => done(() => quickCapture.open()),
    'captures.close': () => done(quickCapture.hide),
    'captures.ofDay': ({ day }) => session.captures.ofDay(day),
    'captures.trashed': () => session.captures.trashed(),
    'captures.edit': ({ day, id, kind, text }) => session.captures.edit(day, id, { kind, text }),
    'captures.move': ({ day, id, to }) => session.captures.move(day, id, to),
    'captures.use': ({ day, id, entry }) => session.captures.use(day, id, entry),
    'captures.discard': ({ day, id }) => session.captures.discard(day, id),
    'captures.restore': ({ day, id }) => session.captures.restore(day, id),
    'captures.erase': ({ day, id }) => session.captures.erase(day, id),
  }
}
