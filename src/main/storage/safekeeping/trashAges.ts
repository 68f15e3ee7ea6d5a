/** How long things have been in the trash by time that can be believed: a clock that jumps must not empty it. */
import { z } from 'zod'
import { type Instant, instantSchema } from '#shared/domain/day'
import { milliseconds } from '../../disk/instantName'
import type { FileFormat } from '../format/fileFormat'
import { believedStep } from './believedAge'

/** Something in the trash, by a name that no other thing there has. */
export interface Trashed {
  readonly name: string
  readonly trashedAt: Instant
}

const milli = z.number().min(0)
/** In `believed` is also its longest step, which may be a jump; a version of the app that did not know it wrote none. */
const ageSchema = z.looseObject({ seen: instantSchema, believed: milli, longest: milli.optional() })
const agesSchema = z.looseObject({ schema: z.literal(1), files: z.record(z.string(), ageSchema) })
export type TrashAges = z.infer<typeof agesSchema>
export const trashAgesFormat: FileFormat<TrashAges> = { version: 1, schema: agesSchema, migrations: [] }
export const noAges: TrashAges = { schema: 1, files: {} }

const kept = 30 * 86_400_000

/** The ages at this start of a session; what passed since the last one counts for at most a week. Pure. */
export function aged(ages: TrashAges, files: readonly Trashed[], now: Instant): TrashAges {
  const next = files.map(({ name, trashedAt }) => {
    const before = Object.hasOwn(ages.files, name) ? ages.files[name] : undefined
    const elapsed = milliseconds(now) - milliseconds(before?.seen ?? trashedAt)
    const step = Math.min(Math.max(elapsed, 0), believedStep)
    return [
      name,
      { seen: now, believed: (before?.believed ?? 0) + step, longest: Math.max(longestOf(before), step) },
    ] as const
  })
  return { ...ages, files: Object.fromEntries(next) }
}

export function hasServed(ages: TrashAges, { name, trashedAt }: Trashed, now: Instant): boolean {
  const age = Object.hasOwn(ages.files, name) ? ages.files[name] : undefined
  if (age === undefined) return false
  // As in `believedAge.ts`: one jump, however far, empties nothing before its time.
  return age.believed - longestOf(age) >= kept && milliseconds(now) - milliseconds(trashedAt) >= kept
}

function longestOf(age: z.infer<typeof ageSchema> | undefined): number {
  return age === undefined ? 0 : (age.longest ?? Math.min(age.believed, believedStep))
}
