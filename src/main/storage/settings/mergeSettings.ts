/** Two devices' settings, field by field, against what both began from. */
import { isDeepStrictEqual } from 'node:util'
import type { Settings } from '#shared/domain/settings/settings'
import { choicesOf, withBoth } from './settingsRevision'

/** Of the states that may be what both began from the one that `theirs` is nearest to; of two the later one. */
export function commonState(states: readonly Settings[], theirs: Settings): Settings | undefined {
  const distances = states.map((state) => differing(choicesOf(state), choicesOf(theirs)).length)
  return states[distances.lastIndexOf(Math.min(...distances))]
}

export interface MergedSettings {
  readonly settings: Settings
  /** Whether a field was changed on both sides, and is as in `ours`. */
  readonly isContested: boolean
}

export function mergedSettings(base: Settings, ours: Settings, theirs: Settings): MergedSettings {
  const { fields, isContested } = mergedFields(choicesOf(base), choicesOf(ours), choicesOf(theirs))
  // Each field is one of settings that were read.
  return { settings: { ...fields, ...withBoth(ours, theirs) } as Settings, isContested }
}

type Fields = Readonly<Record<string, unknown>>

/** Of these each entry is a choice of its own: keys for one command here and for another there are two changes, and no conflict. */
const byEntry: ReadonlySet<string> = new Set(['commandKeys'])

function mergedFields(
  base: Fields,
  ours: Fields,
  theirs: Fields,
): { readonly fields: Fields; readonly isContested: boolean } {
  const [byUs, byThem] = [new Set(differing(base, ours)), differing(base, theirs)]
  const taken = byThem.filter((field) => !byUs.has(field))
  const both = byThem.filter((field) => byUs.has(field) && !isDeepStrictEqual(ours[field], theirs[field]))
  const parts = both.map((field) => ({ field, ...mergedField(field, base[field], ours[field], theirs[field]) }))
  const replaced = [...taken, ...both]
  return {
    fields: {
      ...withoutFields(ours, replaced),
      ...onlyFields(theirs, taken),
      ...Object.fromEntries(parts.flatMap(({ field, value }) => (value === undefined ? [] : [[field, value]]))),
    },
    isContested: parts.some(({ isContested }) => isContested),
  }
}

/** Of a field that both changed; without a way to have both it is as in ours. */
function mergedField(field: string, base: unknown, ours: unknown, theirs: unknown) {
  if (!byEntry.has(field) || !isMadeOfEntries(ours) || !isMadeOfEntries(theirs))
    return { value: ours, isContested: true }
  const { fields, isContested } = mergedFields(isMadeOfEntries(base) ? (base ?? {}) : {}, ours ?? {}, theirs ?? {})
  return { value: Object.keys(fields).length === 0 ? undefined : fields, isContested }
}

/** Absent is the same as none. */
function isMadeOfEntries(value: unknown): value is Fields | undefined {
  return value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value))
}

/** Also of fields that only a newer version knows; how often they were changed nobody chose. */
function differing(one: Fields, other: Fields): string[] {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...fields].filter((field) => !isDeepStrictEqual(one[field], other[field]))
}

function withoutFields(settings: Fields, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(settings).filter(([field]) => !fields.includes(field)))
}

function onlyFields(settings: Fields, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(settings).filter(([field]) => fields.includes(field)))
}
