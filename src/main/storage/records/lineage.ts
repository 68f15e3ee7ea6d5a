/**
 * Which of two states of one record continues the other: the one that holds all saves of it, by a counter for each device, never by a clock or a
 * revision. Each holding saves that the other lacks, or the same saves with other content, they are two versions of one person's words.
 */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Counted, Saves } from '#shared/domain/record'

/** `uncounted`: neither of the two says which saves it holds. */
export type Relation = 'same' | 'continues' | 'continued' | 'apart' | 'uncounted'

/** A kind, as far as it says what of it a person can change. */
interface Hashed<T> {
  contentOf(state: T): unknown
}

/** The first is what the relation is told of: `continues` when it holds all of `other`. */
export function relationOf<T extends Counted>(kind: Hashed<T>, one: T, other: T): Relation {
  if (one.saves === undefined && other.saves === undefined) return 'uncounted'
  const isSame = contentHash(kind, one) === contentHash(kind, other)
  // An app that does not count changed one of them, or a device's folder was copied: which of the two came later nothing says.
  if (isDeepStrictEqual(one.saves, other.saves)) return isSame ? 'same' : 'apart'
  const [ours, theirs] = [heldBy(kind, one), heldBy(kind, other)]
  const [hasAll, isHeld] = [covers(ours, theirs), covers(theirs, ours)]
  if (hasAll !== isHeld) return hasAll ? 'continues' : 'continued'
  return isSame ? 'same' : 'apart'
}

/** With what an app or a program that does not count made of it: a save of its own, known by its content. */
export function heldBy<T extends Counted>(kind: Hashed<T>, record: T): Saves {
  const { saves = {}, hash } = record
  const actual = contentHash(kind, record)
  return hash === actual ? saves : { ...saves, [`~${actual}`]: 1 }
}

/** The next save of a device, on top of all that `held` says. */
export function counted<T extends Counted>(kind: Hashed<T>, record: T, held: Saves, device: string): T {
  const saves = { ...held, [device]: (held[device] ?? 0) + 1 }
  return { ...record, saves, hash: contentHash(kind, record) }
}

/** What holds all saves of both. */
export function united(a: Saves, b: Saves): Saves {
  const both = Object.entries(b).map(([device, count]) => [device, Math.max(count, a[device] ?? 0)] as const)
  return sorted({ ...a, ...Object.fromEntries(both) })
}

/** Whether a person would find no difference. */
export function sameContent<T>(kind: Hashed<T>, a: T, b: T): boolean {
  return isDeepStrictEqual(kind.contentOf(a), kind.contentOf(b))
}

export function contentHash<T>(kind: Hashed<T>, record: T): string {
  return createHash('sha256')
    .update(canonical(kind.contentOf(record)))
    .digest('hex')
    .slice(0, 32)
}

/** Whether nothing of the second is missing in the first. */
export function covers(all: Saves, some: Saves): boolean {
  return Object.entries(some).every(([device, count]) => (all[device] ?? 0) >= count)
}

function sorted(saves: Saves): Saves {
  return Object.fromEntries(Object.entries(saves).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The same text for what is deeply equal, in whatever order its fields were written. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  )
}

/** What the second has not, of the first. */
export function lacking(all: Saves, some: Saves): Saves {
  return Object.fromEntries(Object.entries(all).filter(([device, count]) => (some[device] ?? 0) < count))
}
