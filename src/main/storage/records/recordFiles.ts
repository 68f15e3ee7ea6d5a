/** How the files of one kind of record are named and found. The name is a hint; the day and id inside are the truth. */
import { sep } from 'node:path'
import type { Day } from '#shared/domain/day'
import { type RecordId, recordIdSchema, type StoredRecord } from '#shared/domain/record'
import { forEachYielding } from '../../async/forEachYielding'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalFolder } from '../layout/journalFolder'
import { type RecordName, recordNameTells } from '../layout/recordName'
import { isYearFolder } from '../layout/yearFolder'

export interface RecordFile extends RecordName {
  readonly path: string
}

type Naming = Pick<RecordKind, 'folder' | 'isDated'>

/** Names a slice: a millisecond or so. */
const slice = 1000

export function recordFileName({ isDated }: Pick<Naming, 'isDated'>, day: Day, id: RecordId): string {
  return isDated ? `${day}-${id}.json` : `${id}.json`
}

/** The folder of a record, and its file's name. */
export function recordPlace(kind: Naming, day: Day, id: RecordId): readonly string[] {
  const name = recordFileName(kind, day, id)
  return kind.isDated ? [kind.folder, day.slice(0, 4), name] : [kind.folder, name]
}

/** Whether a name in the versions of a kind is the folder of a record's. */
export function isRecordId(name: string): boolean {
  return recordIdSchema.safeParse(name).success
}

export class RecordFiles<T extends StoredRecord> {
  constructor(
    private readonly folder: JournalFolder,
    private readonly kind: RecordKind<T>,
  ) {}

  path(record: T): string {
    return this.pathOf(this.kind.dayOf(record), record.id)
  }

  pathOf(day: Day, id: RecordId): string {
    return this.folder.path(...recordPlace(this.kind, day, id))
  }

  folderNames(day: Day): readonly string[] {
    const { folder, isDated } = this.kind
    return isDated ? [folder, day.slice(0, 4)] : [folder]
  }

  /** Newest first; none where files have no day. */
  async years(): Promise<string[]> {
    if (!this.kind.isDated) return []
    const found = await this.folder.list(this.kind.folder)
    return found
      .flatMap(({ name, kind }) => (kind === 'folder' && isYearFolder(name) ? [name] : []))
      .sort()
      .reverse()
  }

  /** Newest day first. */
  ofYear(year: string): Promise<RecordFile[]> {
    return this.in([this.kind.folder, year])
  }

  async all(): Promise<RecordFile[]> {
    if (!this.kind.isDated) return await this.in([this.kind.folder])
    const years: RecordFile[][] = []
    for (const year of await this.years()) years.push(await this.ofYear(year))
    return years.flat()
  }

  async of(id: RecordId): Promise<RecordFile[]> {
    return (await this.all()).filter((file) => file.id === id)
  }

  private async in(folders: readonly string[]): Promise<RecordFile[]> {
    const found = await this.folder.list(...folders)
    const names = found.flatMap(({ name, kind }) => (kind === 'file' ? [name] : []))
    const place = this.folder.path(...folders)
    const files: RecordFile[] = []
    await forEachYielding(names.sort().reverse(), slice, (name) => {
      const told = recordNameTells(this.kind, name)
      if (told) files.push({ path: `${place}${sep}${name}`, ...told })
    })
    return files
  }
}

/** Files by the id in their name, in the order of the first of each. */
export async function groupedById<F extends Pick<RecordFile, 'id'>>(files: readonly F[]): Promise<Map<RecordId, F[]>> {
  const groups = new Map<RecordId, F[]>()
  await forEachYielding(files, slice, (file) => {
    const group = groups.get(file.id)
    if (group) group.push(file)
    else groups.set(file.id, [file])
  })
  return groups
}
