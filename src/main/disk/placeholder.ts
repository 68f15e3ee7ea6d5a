/** What iCloud leaves of a file whose bytes it has taken away from this computer, up to macOS 13: `.name.icloud` in its place. */
import { basename, dirname, join } from 'node:path'
import { errorCode, type FileKind, type Files } from './files'

interface Named {
  readonly name: string
  readonly kind: FileKind
}

/** The name of the file that it stands for. */
export function nameOfPlaceholder(name: string): string | undefined {
  return /^\.(.+)\.icloud$/.exec(name)?.[1]
}

/** Whether the file that is not at `path` is known to a sync program, and only not on this computer yet. */
export async function isElsewhere(files: Pick<Files, 'info'>, path: string): Promise<boolean> {
  try {
    await files.info(join(dirname(path), `.${basename(path)}.icloud`))
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false
    throw error
  }
}

/** A folder with its files under their own names, also those that are not on this computer. */
export function underOwnNames<F extends Named>(found: readonly F[]): readonly F[] {
  if (!found.some(({ name }) => nameOfPlaceholder(name) !== undefined)) return found
  const names = new Set(found.map(({ name }) => name))
  return found.flatMap((item) => {
    const name = item.kind === 'file' ? nameOfPlaceholder(item.name) : undefined
    if (name === undefined) return [item]
    return names.has(name) ? [] : [{ ...item, name }]
  })
}
