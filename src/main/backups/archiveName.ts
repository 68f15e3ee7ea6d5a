/** `throughline-<instant>-<end of the journal's id>-<generation>.zip`: enough to put archives in order without opening one. */
import type { Backup } from '#shared/domain/backup/backup'
import { instantName, instantNamePattern, instantOfName } from '../disk/instantName'

const pattern = new RegExp(`^throughline-(${instantNamePattern})-([0-9a-f]{8})-(\\d{1,9})\\.zip$`)

export function archiveName({ at, journal, generation }: Pick<Backup, 'at' | 'journal' | 'generation'>): string {
  return `throughline-${instantName(at)}-${journal}-${generation}.zip`
}

/** Undefined for a file that is no archive of ours. */
export function archiveNameTells(name: string): Pick<Backup, 'at' | 'journal' | 'generation'> | undefined {
  const [, instant, journal, generation] = pattern.exec(name) ?? []
  const at = instant === undefined ? undefined : instantOfName(instant)
  return at === undefined || journal === undefined ? undefined : { at, journal, generation: Number(generation) }
}
