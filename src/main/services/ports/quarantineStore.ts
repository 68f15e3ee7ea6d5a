/** Files that were set aside because they could not be read. */
import type { QuarantinedFile } from '#shared/domain/health/finding'

export interface QuarantineStore {
  /** Its bytes. Throws `not-found` when it is not there, `too-large`. */
  read(file: QuarantinedFile): Promise<Uint8Array>
  /** The person is done with it: it stays on the disk, in a folder that no look reports. Throws `not-found`. */
  dismiss(file: QuarantinedFile): Promise<void>
}
