/** How often settings were changed, on whatever device: by it an earlier file that is put back is told. It lies in the file alone; nobody chooses it. */
import { isDeepStrictEqual } from 'node:util'
import type { Settings } from '#shared/domain/settings/settings'

/** The same object where there is none. */
export function withoutRevision(settings: Settings): Settings {
  const { revision, ...chosen } = settings
  return revision === undefined ? settings : chosen
}

/** The next state on top of `before`, with what another device's had; the same object where it says nothing new. */
export function following(before: Settings, next: Settings): Settings {
  const [known, later] = [before.revision ?? 0, Math.max(before.revision ?? 0, next.revision ?? 0)]
  if (!isDeepStrictEqual(withoutRevision(before), withoutRevision(next))) return { ...next, revision: later + 1 }
  return later === known ? before : { ...next, revision: later }
}

/** Of settings that were merged. */
export function laterRevision({ revision: one }: Settings, { revision: other }: Settings): Pick<Settings, 'revision'> {
  return one === undefined && other === undefined ? {} : { revision: Math.max(one ?? 0, other ?? 0) }
}
