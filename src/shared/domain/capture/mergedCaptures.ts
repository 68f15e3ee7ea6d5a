/** One list of captures out of two of the same day: nothing that stands in either is lost, and doing it again adds nothing. Pure. */

import type { EntryId } from '../entry/entry'
import type { Capture } from './capture'

/** `idFor` gives the id of a capture that has to stand on its own: the same for the same capture each time. */
export function mergedCaptures(
  ours: readonly Capture[],
  theirs: readonly Capture[],
  idFor: (capture: Capture) => EntryId,
): Capture[] {
  const merged = new Map(ours.map((capture) => [capture.id, capture]))
  for (const their of theirs) {
    const our = merged.get(their.id)
    if (!our || saysTheSame(our, their)) {
      merged.set(their.id, our ? united(our, their) : their)
      continue
    }
    const own = { ...their, id: idFor(their) }
    if (!merged.has(own.id)) merged.set(own.id, own)
  }
  return [...merged.values()]
}

function saysTheSame(a: Capture, b: Capture): boolean {
  return a.kind === b.kind && a.text === b.text
}

/** Thrown away only when it is so in both; a mark of where it went stays, and so do fields that only one of them has. */
function united(our: Capture, their: Capture): Capture {
  return {
    ...their,
    ...our,
    trashed: our.trashed === null || their.trashed === null ? null : our.trashed,
    ...(our.usedIn == null && their.usedIn != null ? { usedIn: their.usedIn } : {}),
  }
}
