import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll } from '@electron/asar'
import { packageBuilder } from '../../scripts/packageBuilder'
import { packageStandin } from '../../scripts/packageStandin'
import { installedElectron } from '../../scripts/runtime/electronBinary'

export interface PackagedApp {
  readonly runtime: 'Electron' | 'the stand-in'
  /** The folder that holds everything of the app. */
  readonly folder: string
  readonly executable: string
  readonly asar: string
  run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }>
}

/** Packages what is in `out/` into a folder below `temporary`, on Electron where it is installed, else on the stand-in. */
export async function packagedApp(temporary: string): Promise<PackagedApp> {
  const electron = installedElectron()
  const output = join(temporary, 'dist')
  const args = ['--dir', `-c.directories.output=${output}`]
  if (!electron) {
    await packageStandin(join(temporary, 'electron'))
    args.push('--linux', `-c.electronDist=${join(temporary, 'electron')}`)
  }
  const [command, given] = packageBuilder(args)
  await promisify(execFile)(command, given, { cwd: join(import.meta.dirname, '../..') })

  const { folder, executable, resources } = placesIn(output, electron ? process.platform : 'linux')
  const asar = join(resources, 'app.asar')
  return {
    runtime: electron ? 'Electron' : 'the stand-in',
    folder,
    executable,
    asar,
    run: (...args) => finished(executable, electron ? [...headless(), ...args] : [unpacked(asar, temporary), ...args]),
  }
}

function placesIn(output: string, platform: NodeJS.Platform) {
  if (platform === 'darwin') {
    const folder = join(output, process.arch === 'arm64' ? 'mac-arm64' : 'mac', 'Throughline.app')
    const contents = join(folder, 'Contents')
    return { folder, executable: join(contents, 'MacOS/Throughline'), resources: join(contents, 'Resources') }
  }
  const suffix = process.arch === 'arm64' ? '-arm64' : ''
  const folder = join(output, `${platform === 'win32' ? 'win' : 'linux'}${suffix}-unpacked`)
  const executable = join(folder, platform === 'win32' ? 'Throughline.exe' : 'throughline')
  return { folder, executable, resources: join(folder, 'resources') }
}

/** Node, on which the stand-in runs, can't read archives: it gets the same files in a folder. */
function unpacked(asar: string, temporary: string): string {
  const folder = join(temporary, 'app')
  extractAll(asar, folder)
  return folder
}

function headless(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(process.platform === 'linux' && !process.env.DISPLAY ? ['--ozone-platform=headless'] : []),
  ]
}

function finished(executable: string, args: readonly string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(executable, args, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
    })
  })
}
