/**
 * How often settings were changed, on whatever device, by which an earlier file that is put back is told; and which changes of each device they hold. Both lie
 * in the file alone; nobody chooses them.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Saves } from '#shared/domain/record'
import type { Settings } from '#shared/domain/settings/settings'
import { covers, united } from '../records/lineage'

/** The same object where there is nothing else. */
export function choicesOf(settings: Settings): Settings {
  const { revision, saves, ...chosen } = settings
  return revision === undefined && saves === undefined ? settings : chosen
}

/** What a change of this device adds to those that the settings hold. */
export type CountChange = (held: Saves) => Saves

/** The next state on top of `before`, with what another device's had; the same object where it says nothing new. */
export function following(before: Settings, next: Settings, counted: CountChange): Settings {
  const [known, later] = [before.revision ?? 0, Math.max(before.revision ?? 0, next.revision ?? 0)]
  const held = united(before.saves ?? {}, next.saves ?? {})
  const isChanged = !isDeepStrictEqual(choicesOf(before), choicesOf(next))
  if (isChanged) return { ...next, revision: later + 1, ...savesOf(counted(held)) }
  return later === known && covers(before.saves ?? {}, held) ? before : { ...next, revision: later, ...savesOf(held) }
}

/** Of settings that were merged. */
export function withBoth(one: Settings, other: Settings): Pick<Settings, 'revision' | 'saves'> {
  const isCounted = one.revision !== undefined || other.revision !== undefined
  const revision = isCounted ? { revision: Math.max(one.revision ?? 0, other.revision ?? 0) } : {}
  return { ...revision, ...savesOf(united(one.saves ?? {}, other.saves ?? {})) }
}

function savesOf(saves: Saves): Pick<Settings, 'saves'> {
  return Object.keys(saves).length > 0 ? { saves } : {}
}
