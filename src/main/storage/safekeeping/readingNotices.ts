/** Reads files for a look at a journal, and says which could not be read, or wait for a choice. */
import type { Notice } from '#shared/contract/health'
import { Failure } from '#shared/domain/failure'
import { DurableAdapter } from '../format/DurableAdapter'
import type { FileFormat } from '../format/fileFormat'
import type { Kind } from '../kinds/recordKind'
import { FileNotices } from '../layout/fileNotices'
import type { JournalFolder } from '../layout/journalFolder'

type Named = Pick<Kind, 'name'>

export class ReadingNotices {
  private readonly notices = new FileNotices()

  constructor(private readonly folder: JournalFolder) {}

  on(listener: (notice: Notice) => void): () => void {
    return this.notices.on(listener)
  }

  /** Null when it is not there, or can't be read, which a notice says. */
  async document<T extends object>(
    path: string,
    format: FileFormat<T>,
    day: string | null,
    of?: Named,
  ): Promise<T | null> {
    try {
      return await new DurableAdapter(this.folder.disk, path, format).read()
    } catch (error) {
      this.raise(matterOf(error), path, day, false, of)
      return null
    }
  }

  /** The same for what has defaults: of a newer app's document what is known here. */
  async documentOr<T extends object>(path: string, format: FileFormat<T>, defaults: T): Promise<T> {
    const found = await this.document(path, format, null)
    const known = async () => new DurableAdapter(this.folder.disk, path, format).readKnownPart(defaults)
    return found ?? (await known().catch(() => null)) ?? defaults
  }

  /** `of`: the kind of record that lies in the file. */
  raise(
    kind: 'newer' | 'unreachable' | 'elsewhere' | 'copy' | 'waits',
    path: string,
    day: string | null,
    restored: boolean,
    of?: Named,
  ): void {
    const file = this.folder.nameOf(path)
    this.notices.raise({ kind, file, day, restored, ...(of && { recordKind: of.name }) })
  }
}

function matterOf(error: unknown): 'newer' | 'elsewhere' | 'unreachable' {
  const code = error instanceof Failure ? error.code : null
  if (code === 'newer-schema') return 'newer'
  return code === 'elsewhere' ? code : 'unreachable'
}
