import { join } from 'node:path'

export interface PackagePlaces {
  /** Holds everything of the app. */
  readonly folder: string
  /** What a person starts. */
  readonly executable: string
  /** What commands are given to. */
  readonly command: string
  readonly resources: string
}

/** Where electron-builder puts a packaged app below its output. */
export function placesIn(output: string, platform: NodeJS.Platform): PackagePlaces {
  if (platform === 'darwin') {
    const folder = join(output, process.arch === 'arm64' ? 'mac-arm64' : 'mac', 'Throughline.app')
    const executable = join(folder, 'Contents/MacOS/Throughline')
    return { folder, executable, command: executable, resources: join(folder, 'Contents/Resources') }
  }
  const folder = join(
    output,
    `${platform === 'win32' ? 'win' : 'linux'}${process.arch === 'arm64' ? '-arm64' : ''}-unpacked`,
  )
  const resources = join(folder, 'resources')
  if (platform === 'win32')
    return {
      folder,
      resources,
      executable: join(folder, 'Throughline.exe'),
      command: join(folder, 'throughline-command.cmd'),
    }
  const executable = join(folder, 'throughline')
  return { folder, executable, command: executable, resources }
}
