/** Opens a document outside the journal: what belongs to this device. A file that can't be read is renamed beside its place. */
import { dirname } from 'node:path'
import { v4 as uuid } from 'uuid'
import type { z } from 'zod'
import { type Disk, nodeDisk } from '../../disk/disk'
import { instantName } from '../../disk/instantName'
import { makeFolders } from '../../disk/makeFolders'
import { moveDurably } from '../../disk/moveDurably'
import type { Clock } from '../../services/ports/clock'
import type { DocumentStore } from '../../services/ports/documentStore'
import { DocumentFile } from './documentFile'
import type { Migration } from './migrations'

export interface DocumentOptions<T extends object> {
  readonly path: string
  /** With a field `schema`; its number is `version`. */
  readonly schema: z.ZodType<T>
  readonly version: number
  readonly migrations?: readonly Migration[]
  readonly defaults: T
  readonly clock: Clock
  readonly disk?: Partial<Disk>
  readonly onNotice?: (kind: 'quarantined' | 'newer' | 'unreachable' | 'elsewhere' | 'sealed') => void
}

export function openDocument<T extends object>(options: DocumentOptions<T>): Promise<DocumentStore<T>> {
  const { path, schema, version, migrations = [], defaults, clock } = options
  const disk = nodeDisk(options.disk)
  return DocumentFile.open({
    disk,
    path,
    defaults,
    format: { version, schema, migrations },
    prepare: () => makeFolders(disk, dirname(path)),
    // In a folder of the app's own no other program writes.
    staysDamaged: async () => true,
    setAside: async () => {
      const name = `${path.replace(/\.json$/, '')}.${instantName(clock.instant())}-${uuid().slice(0, 8)}.damaged`
      await moveDurably(disk, path, name)
      return 'quarantined'
    },
    // This device's own file: the last one to write is right.
    keep: () => Promise.resolve(),
    raise: (kind) => options.onNotice?.(kind),
  })
}
