import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Stands in words that the lock has to hide. */
export const canary = 'Zaunkönigskanarie'

/** The files that have it in clear text. */
export async function namesWithCanary(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name))
  const bytes = await Promise.all(files.map(async (path) => ({ path, bytes: await readFile(path) })))
  return bytes.flatMap(({ path, bytes }) => (bytes.includes('Zaunk') ? [path] : []))
}
