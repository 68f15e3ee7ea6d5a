/**
 * What was chosen last in the command palette. It belongs to the device. Of a journal with a lock its pages are remembered only while it is open: an id
 * says when a page was begun, which is not to be known while it is locked.
 */
import { maxRecent } from '#shared/contract/recent'
import type { AppEvents } from './appEvents'

export interface RecentNeeds {
  readonly events: Pick<AppEvents, 'on'>
  stored(): readonly string[]
  store(ids: readonly string[]): Promise<unknown>
  /** Whether the open journal has a lock. */
  hasLock(): boolean
}

export interface RecentChoices {
  read(): readonly string[]
  add(id: string): Promise<void>
}

export function createRecentChoices({ events, stored, store, hasLock }: RecentNeeds): RecentChoices {
  let known: readonly string[] | null = null

  /** What this device knows of pages goes with the key, and when a lock is turned on. */
  async function forgetPages(): Promise<void> {
    known = null
    const left = stored().filter(isOfApp)
    if (left.length < stored().length) await store(left)
  }

  const read = () => known ?? stored()
  events.on('journalLocked', () => void forgetPages().catch(keptForNow))
  events.on('journalOpened', () => {
    known = null
    if (hasLock()) void forgetPages().catch(keptForNow)
  })
  return {
    read,
    async add(id) {
      known = [id, ...read().filter((other) => other !== id)].slice(0, maxRecent)
      await store(hasLock() ? known.filter(isOfApp) : known)
    },
  }
}

/** The device takes no file now: the next lock, or the next start, tries again. */
function keptForNow(): void {}

/** Commands and templates are the same in every journal. */
function isOfApp(id: string): boolean {
  return !id.startsWith('page:')
}
