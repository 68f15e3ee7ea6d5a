/** How long things have been in the trash by time that can be believed: a clock that jumps must not empty it. */
import { z } from 'zod'
import { type Instant, instantSchema } from '#shared/domain/day'
import type { Format } from './format'
import { milliseconds } from './instantName'
import { believed } from './thinning'

/** Something in the trash, by a name that no other thing there has. */
export interface Trashed {
  readonly name: string
  readonly trashedAt: Instant
}

const ageSchema = z.looseObject({ seen: instantSchema, believed: z.number().min(0) })
const agesSchema = z.looseObject({ schema: z.literal(1), files: z.record(z.string(), ageSchema) })
export type TrashAges = z.infer<typeof agesSchema>
export const trashAgesFormat: Format<TrashAges> = { version: 1, schema: agesSchema, migrations: [] }
export const noAges: TrashAges = { schema: 1, files: {} }

const kept = 30 * 86_400_000

/** The ages at this start of a session; each start counts for at most a week. Pure. */
export function aged(ages: TrashAges, files: readonly Trashed[], now: Instant): TrashAges {
  const next = files.map(({ name, trashedAt }) => {
    const before = Object.hasOwn(ages.files, name) ? ages.files[name] : undefined
    const elapsed = milliseconds(now) - milliseconds(before?.seen ?? trashedAt)
    return [name, { seen: now, believed: (before?.believed ?? 0) + believed(elapsed) }] as const
  })
  return { ...ages, files: Object.fromEntries(next) }
}

export function hasServed(ages: TrashAges, { name, trashedAt }: Trashed, now: Instant): boolean {
  const age = Object.hasOwn(ages.files, name) ? ages.files[name] : undefined
  return age !== undefined && age.believed >= kept && milliseconds(now) - milliseconds(trashedAt) >= kept
}
