/**
 * Files that could not be read, byte for byte: `quarantine/<their name>.<instant>-<random>.json`. Nothing here is ever changed or removed by the
 * app; what a person is done with goes to `quarantine/settled/`.
 */
import { basename, dirname, join } from 'node:path'
import { v4 as uuid } from 'uuid'
import type { Instant } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import type { QuarantinedFile } from '#shared/domain/health/finding'
import { answered } from '../../disk/failureOf'
import { instantName } from '../../disk/instantName'
import { linkUnsupported } from '../../disk/linkUnsupported'
import { moveDurably } from '../../disk/moveDurably'
import { saveDurably } from '../../disk/saveDurably'
import { syncFolder } from '../../disk/syncFolder'
import { discard } from '../../disk/writeTemporary'
import type { QuarantineStore } from '../../services/ports/quarantineStore'
import { maxDocumentBytes } from '../format/fileFormat'
import { folderNames, type JournalFolder } from '../layout/journalFolder'
import { quarantinedName } from '../layout/quarantineName'

const settledName = 'settled'

/** Where files go that are no damage and still not the journal's: they wait for the person's word. */
export interface WaitingFiles {
  /** A free name for the file at a path; null where it is damage. */
  placeOf(path: string): Promise<readonly string[] | null>
  /** One lies there now. */
  came(): void
}

/** What became of a file that was set aside. */
export type SetAside = 'quarantined' | 'waiting'

const nothingWaits: WaitingFiles = { placeOf: async () => null, came() {} }

export class Quarantine implements QuarantineStore {
  constructor(
    private readonly folder: JournalFolder,
    private readonly waiting = nothingWaits,
  ) {}

  /** The file leaves its place. When this throws, it is still there or already here, whole. */
  take(path: string, now: Instant): Promise<SetAside> {
    return this.setAside(path, now, (place) => moveDurably(this.folder.disk, path, place))
  }

  /**
   * The file leaves its place to `instead`. It gets its second name before it loses the first, so that the place is never empty;
   * only a disk without hard links has a moment in between. When this throws, the file is where it was.
   */
  replace(path: string, instead: Uint8Array, now: Instant): Promise<SetAside> {
    const { disk } = this.folder
    return this.setAside(path, now, async (place) => {
      const linked = await this.nameTwice(path, place)
      try {
        await syncFolder(disk, dirname(place))
        await saveDurably(disk, path, instead)
      } catch (error) {
        await this.takeBack(path, place, linked)
        throw error
      }
    })
  }

  /** All that lie here and were put here by the app, with the name that each had in its place. */
  async all(): Promise<readonly { readonly file: QuarantinedFile; readonly path: string; readonly before: string }[]> {
    const names = await this.folder.list(folderNames.quarantine)
    return names.flatMap(({ name, kind }) => {
      const before = kind === 'file' ? quarantinedName(name) : undefined
      const [file, path] = [`${folderNames.quarantine}/${name}`, this.folder.path(folderNames.quarantine, name)]
      return before === undefined ? [] : [{ file, path, before }]
    })
  }

  read(file: QuarantinedFile): Promise<Uint8Array> {
    return answered(async () => {
      const path = await this.found(file)
      return (await this.folder.disk.files.read(path, maxDocumentBytes)).bytes
    })
  }

  dismiss(file: QuarantinedFile): Promise<void> {
    return answered(async () => {
      const path = await this.found(file)
      const names = [folderNames.quarantine, settledName]
      await this.folder.inside(names, (folder) => moveDurably(this.folder.disk, path, join(folder, basename(path))))
    })
  }

  /** Among the names that are there: whatever was asked for, it is a file of this folder. */
  private async found(file: QuarantinedFile): Promise<string> {
    const names = await this.folder.list(folderNames.quarantine)
    const there = names.find(({ name, kind }) => kind === 'file' && file === `${folderNames.quarantine}/${name}`)
    if (!there) throw new Failure('not-found', 'not in quarantine')
    return this.folder.path(folderNames.quarantine, there.name)
  }

  private async nameTwice(path: string, place: string): Promise<boolean> {
    try {
      await this.folder.disk.files.link(path, place)
      return true
    } catch (error) {
      if (!linkUnsupported(error)) throw error
      await moveDurably(this.folder.disk, path, place)
      return false
    }
  }

  /** Undoes only what is sure: after a rename that the disk may not have kept, both files stay where they are. */
  private async takeBack(path: string, place: string, linked: boolean): Promise<void> {
    const { files } = this.folder.disk
    const here = await files.info(path).catch(() => undefined)
    const there = await files.info(place).catch(() => undefined)
    if (linked && here && here.identity === there?.identity) await discard(this.folder.disk, place)
    if (!linked && !here) await files.rename(place, path).catch(() => undefined)
  }

  private async setAside(path: string, now: Instant, step: (place: string) => Promise<void>): Promise<SetAside> {
    const waiting = await this.waiting.placeOf(path)
    const names = waiting ?? this.place(path, now)
    await this.folder.inside(names.slice(0, -1), () => step(this.folder.path(...names)))
    if (waiting === null) return 'quarantined'
    this.waiting.came()
    return 'waiting'
  }

  private place(path: string, now: Instant): readonly string[] {
    const name = basename(path).replace(/\.json$/, '')
    return [folderNames.quarantine, `${name}.${instantName(now)}-${uuid().slice(0, 8)}.json`]
  }
}
