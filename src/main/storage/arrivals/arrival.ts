/** A file from another device or program, of which nothing is in the journal until the person lets it in. */
import type { Instant } from '#shared/domain/day'

export interface Arrival {
  /** As findings name it: relative to the journal's folder, with slashes. */
  readonly file: string
  /** Since when it waits here, as far as its file says; null where that does not say, or is not here. */
  readonly since: Instant | null
  /** No more than `limit` bytes. Throws `unreadable`, `too-large`, `elsewhere`, and what the disk says. */
  read(limit: number): Promise<Uint8Array>
  /** Into the journal, by its rules; when this throws, it still waits. */
  admit(): Promise<void>
  /** The person does not want it: it stays on the disk, in a folder that no look reports. */
  dismiss(now: Instant): Promise<void>
}

/** A place where such files wait. */
export interface ArrivalSource {
  /** One that can't be read now is among them, and hides no other. */
  all(): Promise<readonly Arrival[]>
  /** The same, no further than to the first. */
  areThere(): Promise<boolean>
}
