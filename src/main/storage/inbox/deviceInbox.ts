/**
 * What was left for a journal while no lock that this device knows lay in its folder: kept in a folder of the device, `kept/<journal>/`, laid out as the
 * journal's inboxes are, until the journal can have it. Sealed to the lock that the device knows, if it knows one; else as it is, for this account alone.
 */
import { basename, join } from 'node:path'
import { createDurably } from '../../disk/createDurably'
import { type Disk, nodeDisk } from '../../disk/disk'
import { errorCode } from '../../disk/files'
import { makeFolders } from '../../disk/makeFolders'
import { removeDurably } from '../../disk/removeDurably'
import { isForInbox } from '../encryption/cipher/sealedInbox'
import { type KnownLock, sealForKnown } from '../encryption/keys/knownLock'
import { inboxesOf, inboxFiles } from '../layout/inboxes'
import { JournalFolder } from '../layout/journalFolder'
import { sweepInboxes } from './sweepInboxes'

/** The folder's name in the app's user-data directory. */
export const deviceInboxName = 'kept'

/** Of a journal whose id can't be read. */
const noJournal = 'none'

/** More than a thought or an answer takes. */
const maxBytes = 64 * 1024 * 1024

/** What is left, and where: `inbox` is its kind's. */
export interface LeftFile {
  readonly inbox: readonly string[]
  /** A UUID version 7: the file's name, so that it counts once however often it is left. */
  readonly id: string
  readonly bytes: Uint8Array
}

/** The id of the journal that it is for. */
export interface KeptFile extends LeftFile {
  readonly journal: string | null
}

export class DeviceInbox {
  private readonly disk: Disk

  /** `root` is made when it is first needed. */
  constructor(
    private readonly root: string,
    disk: Partial<Disk> = {},
  ) {
    this.disk = nodeDisk(disk)
  }

  /** Resolves when the disk has it. */
  async keep(file: KeptFile, known: KnownLock | null): Promise<void> {
    const folder = this.folderOf(file.journal).path(...file.inbox)
    await makeFolders(this.disk, folder)
    const stored = known === null ? file.bytes : sealForKnown(known, file.bytes)
    await createDurably(this.disk, join(folder, `${file.id}.json`), stored).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error
    })
  }

  async remove({ journal, inbox, id }: KeptFile): Promise<void> {
    await removeDurably(this.disk, this.folderOf(journal).path(...inbox, `${id}.json`))
  }

  /** As they lie there, in the order in which they were left. */
  async files(journals: Iterable<string | null>): Promise<readonly KeptFile[]> {
    const found: KeptFile[] = []
    for (const journal of new Set(journals)) {
      const folder = this.folderOf(journal)
      for (const inbox of inboxesOf(folder.kinds))
        for (const path of await inboxFiles(folder, inbox)) {
          const bytes = await this.read(path)
          if (bytes !== null) found.push({ journal, inbox, id: basename(path, '.json'), bytes })
        }
    }
    return found
  }

  /** Whether words lie here as they are: a lock that this device does not know lay in the journal's folder when they were left. */
  async holdsOpen(journals: Iterable<string | null>): Promise<boolean> {
    return (await this.files(journals)).some(({ bytes }) => !isForInbox(bytes))
  }

  /** What was being written when a process ended long before `now`, in milliseconds. */
  async sweep(journals: Iterable<string | null>, now: number): Promise<void> {
    for (const journal of new Set(journals)) await sweepInboxes(this.folderOf(journal), now)
  }

  /** Null for one that was brought, or taken back, meanwhile. */
  private async read(path: string): Promise<Uint8Array | null> {
    try {
      return (await this.disk.files.read(path, maxBytes)).bytes
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null
      throw error
    }
  }

  private folderOf(journal: string | null): JournalFolder {
    return new JournalFolder(this.disk, join(this.root, journal ?? noJournal))
  }
}
