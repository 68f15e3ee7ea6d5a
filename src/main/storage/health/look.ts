/** One look through a journal's files, and the form of what it finds. */
import type { FailureCode } from '#shared/domain/failure'
import type { Finding } from '#shared/domain/health/finding'
import { failureOf } from '../../disk/failureOf'
import { DurableAdapter } from '../format/DurableAdapter'
import { isDamage } from '../format/damage'
import type { FileFormat } from '../format/fileFormat'
import type { JournalFolder } from '../layout/journalFolder'

export interface Look {
  readonly folder: JournalFolder
  looked(): void
}

export function finding(
  { folder }: Look,
  kind: Finding['kind'],
  path: string,
  more: Partial<Omit<Finding, 'kind' | 'file'>> = {},
): Finding {
  return {
    kind,
    file: folder.nameOf(path),
    day: null,
    recordKind: null,
    record: null,
    version: null,
    done: 'left',
    canReturn: false,
    ...more,
  }
}

export type Trouble = Extract<Finding['kind'], 'damaged' | 'newer' | 'unreachable' | 'elsewhere' | 'sealed'>

/** Undefined when the file can be read, or is gone meanwhile. */
export async function troubleOf<T extends object>(
  look: Look,
  path: string,
  format: FileFormat<T>,
): Promise<Trouble | undefined> {
  const read = await readOrTrouble(look, path, format)
  return typeof read === 'string' ? read : undefined
}

/** What the file holds; null when it is gone meanwhile. */
export async function readOrTrouble<T extends object>(
  { folder, looked }: Look,
  path: string,
  format: FileFormat<T>,
): Promise<T | Trouble | null> {
  try {
    return await new DurableAdapter(folder.disk, path, format).read()
  } catch (error) {
    return troubleFor(failureOf(error).code)
  } finally {
    looked()
  }
}

export function troubleFor(code: FailureCode): Trouble {
  if (code === 'newer-schema') return 'newer'
  if (code === 'elsewhere') return code
  if (code === 'sealed-elsewhere') return 'sealed'
  return isDamage(code) ? 'damaged' : 'unreachable'
}

/** What systems and other programs put into every folder, and our own unfinished files: nothing to trouble a person with. */
export function isUsualLitter(name: string): boolean {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini'
}
