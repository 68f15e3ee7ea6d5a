/** Files from another device or program that wait until the person lets them into the journal. */
import type { ArrivedFile } from '#shared/domain/health/finding'

export interface ArrivalStore {
  /** Its words. Throws `not-found`, `unreadable`, `too-large`. */
  read(file: ArrivedFile): Promise<Uint8Array>
  /** All of them come into the journal, each by its rules. Throws what kept some of them out: those still wait. */
  admit(): Promise<void>
  /** The person does not want it: it stays on the disk, in a folder that no look reports. Throws `not-found`. */
  dismiss(file: ArrivedFile): Promise<void>
  /** Whether any waits. */
  areThere(): Promise<boolean>
}
