/** Two devices' settings, field by field, against what both began from. */
import { isDeepStrictEqual } from 'node:util'
import type { Settings } from '#shared/domain/settings/settings'
import { choicesOf, withBoth } from './settingsRevision'

/** Of the states that may be what both began from the one that `theirs` is nearest to; of two the later one. */
export function commonState(states: readonly Settings[], theirs: Settings): Settings | undefined {
  const distances = states.map((state) => differing(state, theirs).length)
  return states[distances.lastIndexOf(Math.min(...distances))]
}

export interface MergedSettings {
  readonly settings: Settings
  /** Whether a field was changed on both sides, and is as in `ours`. */
  readonly isContested: boolean
}

export function mergedSettings(base: Settings, ours: Settings, theirs: Settings): MergedSettings {
  const [byUs, byThem] = [new Set(differing(base, ours)), differing(base, theirs)]
  const taken = byThem.filter((field) => !byUs.has(field))
  const both = byThem.filter((field) => byUs.has(field))
  const { rest, given } = { rest: withoutFields(ours, taken), given: onlyFields(theirs, taken) }
  return {
    // Each field is one of settings that were read.
    settings: { ...rest, ...given, ...withBoth(ours, theirs) } as Settings,
    isContested: both.some((field) => !isDeepStrictEqual(fieldOf(ours, field), fieldOf(theirs, field))),
  }
}

/** Also of fields that only a newer version knows; how often they were changed nobody chose. */
function differing(one: Settings, other: Settings): string[] {
  const fields = new Set([choicesOf(one), choicesOf(other)].flatMap((settings) => Object.keys(settings)))
  return [...fields].filter((field) => !isDeepStrictEqual(fieldOf(one, field), fieldOf(other, field)))
}

function fieldOf(settings: Settings, field: string): unknown {
  return settings[field]
}

function withoutFields(settings: Settings, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(settings).filter(([field]) => !fields.includes(field)))
}

function onlyFields(settings: Settings, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(settings).filter(([field]) => fields.includes(field)))
}
