/** Where a journal is put together before it takes its place, and where the one before goes: beside the journal, so that a rename is enough. */
import { basename, dirname, join } from 'node:path'
import type { Instant } from '#shared/domain/day'
import { instantName } from '../disk/instantName'

export interface RestorePlaces {
  /** Being filled: no journal yet. */
  readonly making: string
  /** Whole and on the disk: about to be the journal. */
  readonly ready: string
  /** The journal before, all of which is in a backup. */
  readonly replaced: string
}

export function restorePlaces(journal: string): RestorePlaces {
  const place = (state: string) => join(dirname(journal), `.throughline-${basename(journal)}.${state}`)
  return { making: place('restoring'), ready: place('restored'), replaced: place('replaced') }
}

/** For a folder that no backup holds: it stays, under a name that a person finds. */
export function putAsidePlace(journal: string, now: Instant): string {
  return `${journal}-before-restore-${instantName(now)}`
}
