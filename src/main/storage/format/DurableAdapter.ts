/** lowdb's adapter for a journal: checked when read, durable when written. Throws `Failure` for content, the file system's errors for the rest. */
import type { Adapter } from 'lowdb'
import { Failure } from '#shared/domain/failure'
import type { Disk } from '../../disk/disk'
import { digestOf, type FileFingerprint, fingerprintOf } from '../../disk/fileFingerprint'
import { errorCode } from '../../disk/files'
import { isElsewhere } from '../../disk/placeholder'
import { saveDurably } from '../../disk/saveDurably'
import { decoded, encoded, type FileFormat, knownPart, maxDocumentBytes } from './fileFormat'

export class DurableAdapter<T extends object> implements Adapter<T> {
  /** The file as it was last read or written here; null when there was none. */
  seen: FileFingerprint | null = null
  /** What the last write wanted there. A write can fail after the new content is in place; then this distinguishes it from another program's. */
  attempted: string | null = null

  constructor(
    private readonly disk: Disk,
    private readonly path: string,
    private readonly format: FileFormat<T>,
    /** Directly before what is there is replaced; throws to leave it. */
    private readonly lastLook?: () => Promise<void>,
  ) {}

  /** Null only when there is no file, here or where a sync program has it: `null`, `0` or `""` on the disk is damage, never a reason for defaults. */
  async read(): Promise<T | null> {
    this.seen = null
    try {
      const { bytes, info } = await this.disk.files.read(this.path, maxDocumentBytes)
      this.seen = fingerprintOf(info, digestOf(bytes))
      return decoded(this.format, bytes)
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error
      if (await isElsewhere(this.disk.files, this.path)) throw new Failure('elsewhere', 'not on this computer')
      return null
    }
  }

  /** Of a newer app's document what can be shown here; null when that is nothing. */
  async readKnownPart(defaults: T): Promise<T | null> {
    const { bytes } = await this.disk.files.read(this.path, maxDocumentBytes)
    return knownPart(this.format, bytes, defaults)
  }

  async write(document: T): Promise<void> {
    const bytes = encoded(this.format, document)
    this.attempted = digestOf(bytes)
    this.seen = fingerprintOf(await saveDurably(this.disk, this.path, bytes, this.lastLook), this.attempted)
  }
}
