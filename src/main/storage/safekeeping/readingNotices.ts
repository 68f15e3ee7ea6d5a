/** Reads files for a look at a journal, and says which could not be read, or wait for a choice. */
import { Failure } from '#shared/domain/failure'
import type { StoreNotice } from '../../services/ports/entryStore'
import { DurableAdapter } from '../format/DurableAdapter'
import type { FileFormat } from '../format/fileFormat'
import { FileNotices } from '../layout/fileNotices'
import type { JournalFolder } from '../layout/journalFolder'

export class ReadingNotices {
  private readonly notices = new FileNotices()

  constructor(private readonly folder: JournalFolder) {}

  on(listener: (notice: StoreNotice) => void): () => void {
    return this.notices.on(listener)
  }

  /** Null when it is not there, or can't be read, which a notice says. */
  async document<T extends object>(path: string, format: FileFormat<T>, day: string | null): Promise<T | null> {
    try {
      return await new DurableAdapter(this.folder.disk, path, format).read()
    } catch (error) {
      this.tell(error instanceof Failure && error.code === 'newer-schema' ? 'newer' : 'unreachable', path, day, false)
      return null
    }
  }

  tell(kind: 'newer' | 'unreachable' | 'copy' | 'waits', path: string, day: string | null, restored: boolean): void {
    this.notices.tell({ kind, file: this.folder.nameOf(path), day, restored })
  }
}
