/** Reads files for a look at a journal, and says which could not be read, or wait for a choice. */
import type { Notice } from '#shared/contract/health'
import { Failure } from '#shared/domain/failure'
import { failureOf } from '../../disk/failureOf'
import { DurableAdapter } from '../format/DurableAdapter'
import type { FileFormat } from '../format/fileFormat'
import type { Kind } from '../kinds/recordKind'
import { FileNotices } from '../layout/fileNotices'
import type { JournalFolder } from '../layout/journalFolder'
import { judgedDamage } from './staysDamaged'

type Named = Pick<Kind, 'name'>

export class ReadingNotices {
  private readonly notices = new FileNotices()

  /** `steadyFor`: milliseconds between two looks at a file that can't be read; 0 for one look. */
  constructor(
    private readonly folder: JournalFolder,
    private readonly steadyFor = 0,
  ) {}

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
      return await this.read(path, format)
    } catch (error) {
      this.raise(matterOf(error), path, day, false, of)
      return null
    }
  }

  /** What a file that can't be read is at a second look. */
  judged<T extends object>(path: string, format: FileFormat<T>): Promise<'damaged' | 'being-written' | 'whole'> {
    return judgedDamage(this.folder.disk, path, format, this.steadyFor, 1)
  }

  private async read<T extends object>(path: string, format: FileFormat<T>): Promise<T | null> {
    const adapter = new DurableAdapter(this.folder.disk, path, format)
    try {
      return await adapter.read()
    } catch (error) {
      const { code } = failureOf(error)
      if (code !== 'unreadable' && code !== 'too-large') throw error
      const judged = await this.judged(path, format)
      if (judged === 'whole') return await adapter.read()
      throw judged === 'damaged' ? error : new Failure('being-written', 'another program writes it')
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
    kind: 'newer' | 'unreachable' | 'elsewhere' | 'sealed' | 'being-written' | 'copy' | 'waits',
    path: string,
    day: string | null,
    restored: boolean,
    of?: Named,
  ): void {
    const file = this.folder.nameOf(path)
    this.notices.raise({ kind, file, day, restored, ...(of && { recordKind: of.name }) })
  }
}

function matterOf(error: unknown): 'newer' | 'elsewhere' | 'sealed' | 'being-written' | 'unreachable' {
  const code = error instanceof Failure ? error.code : null
  if (code === 'newer-schema') return 'newer'
  if (code === 'sealed-elsewhere') return 'sealed'
  return code === 'elsewhere' || code === 'being-written' ? code : 'unreachable'
}
