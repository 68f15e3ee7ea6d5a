/** A journal of one's own to write in: the same files under second names. A save replaces a name and never what is behind it. */
import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export function linkedCopy(from: string, to: string): string {
  mkdirSync(to, { recursive: true })
  for (const item of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, item.name), join(to, item.name)]
    if (item.isDirectory()) linkedCopy(source, target)
    else linkOrCopy(source, target)
  }
  return to
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    // A file system without second names, or with too many of them.
    copyFileSync(source, target)
  }
}
