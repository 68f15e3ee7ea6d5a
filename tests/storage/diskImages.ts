/** File systems in files, and what a power cut would leave of them. Needs root, loop devices and the tools of each file system. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const fileSystems = {
  ext4: { make: ['mkfs.ext4', '-q', '-F'], megabytes: 96, options: 'loop' },
  // Two file systems with one UUID, as a copy and what it was copied from, are refused otherwise.
  xfs: { make: ['mkfs.xfs', '-q', '-f'], megabytes: 320, options: 'loop,nouuid' },
  btrfs: { make: ['mkfs.btrfs', '-q', '-f'], megabytes: 256, options: 'loop' },
} as const
export type FileSystem = keyof typeof fileSystems

const run = (command: string, ...args: readonly string[]) => void execFileSync(command, args, { stdio: 'pipe' })

export interface DiskImages {
  /** A fresh file system, mounted. */
  mount(kind: FileSystem): MountedImage
  remove(): void
}

export interface MountedImage {
  readonly folder: string
  /** What has reached the disk by now, as it would be found after a power cut: what only the system's memory has is not in it. */
  cut(): void
  unmount(): void
  /** Runs `look` in each state that a cut left, mounted again. After `unmount`. */
  forEachCut(look: (folder: string, number: number) => Promise<void>): Promise<void>
}

/** Null where this machine can't do it. The images lie on an XFS of their own, which copies a file in an instant by sharing its blocks. */
export function diskImages(): DiskImages | null {
  const place = mkdtempSync(join(tmpdir(), 'throughline-images-'))
  const part = join(place, 'part')
  try {
    made(`${place}/part.img`, ['mkfs.xfs', '-q', '-f', '-m', 'reflink=1'], 6_000)
    mkdirSync(part)
    run('mount', '-o', 'loop', `${place}/part.img`, part)
  } catch {
    rmSync(place, { recursive: true, force: true })
    return null
  }
  return {
    mount: (kind) => mounted(part, kind),
    remove() {
      run('umount', part)
      rmSync(place, { recursive: true, force: true })
    },
  }
}

function mounted(part: string, kind: FileSystem): MountedImage {
  const { make, megabytes, options } = fileSystems[kind]
  const place = mkdtempSync(join(part, `${kind}-`))
  const image = join(place, 'disk.img')
  const folder = join(place, 'mounted')
  made(image, make, megabytes)
  mkdirSync(folder)
  run('mount', '-o', options, image, folder)
  let cuts = 0
  return {
    folder,
    cut() {
      run('cp', '--reflink=always', image, join(place, `cut-${cuts}.img`))
      cuts += 1
    },
    unmount: () => run('umount', folder),
    async forEachCut(look) {
      for (let number = 0; number < cuts; number++) {
        const copy = join(place, `cut-${number}.img`)
        run('mount', '-o', options, copy, folder)
        try {
          await look(folder, number)
        } finally {
          run('umount', folder)
          rmSync(copy)
        }
      }
    },
  }
}

function made(image: string, [command, ...args]: readonly string[], megabytes: number): void {
  writeFileSync(image, '')
  truncateSync(image, megabytes * 1024 * 1024)
  run(command ?? '', ...args, image)
}
