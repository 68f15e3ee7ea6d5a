/** A disk of a few megabytes that a test fills to the last page. Needs the right to mount. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const page = 4096

export interface SmallDisk {
  readonly folder: string
  /** Fills it until so many pages are left. */
  leave(pages: number): void
  allowWrites(allowed: boolean): void
  /** Takes what filled it away again. */
  empty(): void
  remove(): void
}

/** Null where this machine can't mount one. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-small-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'throughline-small', folder], { stdio: 'pipe' })
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
  const ballast = join(folder, 'ballast')
  const free = () => statfsSync(folder).bavail
  return {
    folder,
    leave(pages) {
      writeFileSync(ballast, Buffer.alloc(Math.max(0, free() - pages) * page))
      if (free() !== pages) throw new Error(`${free()} pages are free, not ${pages}`)
    },
    allowWrites: (allowed) =>
      void execFileSync('mount', ['-o', `remount,${allowed ? 'rw' : 'ro'}`, folder], { stdio: 'pipe' }),
    empty: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync('umount', [folder])
      rmSync(folder, { recursive: true })
    },
  }
}
