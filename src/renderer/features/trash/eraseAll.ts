/** Deletes things for good, one after the other: one that fails keeps no other from it. */
import { messages } from '#shared/messages/messages'
import { failureCodeOf } from '../../state/bridge'
import type { TrashedThing } from './trashedThings'

export interface Erased {
  readonly erased: ReadonlySet<string>
  readonly failed: number
  /** Why the first that could not be deleted was not; null when all were. */
  readonly reason: string | null
}

export async function eraseAll(things: readonly TrashedThing[]): Promise<Erased> {
  const erased = new Set<string>()
  let reason: string | null = null
  for (const thing of things) {
    try {
      await thing.erase()
      erased.add(thing.id)
    } catch (error) {
      // Another program may have been quicker: then it is where it was to be.
      if (failureCodeOf(error) === 'not-found') erased.add(thing.id)
      else reason ??= messages.failures[failureCodeOf(error)]
    }
  }
  return { erased, failed: things.length - erased.size, reason }
}
