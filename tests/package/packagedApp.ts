import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageBuilder } from '../../scripts/packageBuilder'
import { packageStandin } from '../../scripts/packageStandin'
import { binaryOf } from '../../scripts/packaging/launcher'
import { placesIn } from '../../scripts/packaging/places'
import { installedElectron } from '../../scripts/runtime/electronBinary'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface PackagedApp {
  readonly runtime: 'Electron' | 'the stand-in'
  /** The folder that holds everything of the app. */
  readonly folder: string
  /** What a person starts. */
  readonly executable: string
  /** What has the fuses: on Linux the executable is a launcher in front of it. */
  readonly binary: string
  readonly asar: string
  /** What electron-builder printed, with its colors. */
  readonly printed: string
  /** What goes before the app's own arguments here. */
  readonly switches: readonly string[]
  run(...args: string[]): Promise<Ended>
  /** By another program than the executable. */
  runBy(program: string, ...args: string[]): Promise<Ended>
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
  const printed = await built(args)
  const { folder, executable, resources } = placesIn(output, electron ? process.platform : 'linux')
  // Chromium refuses its sandbox to root.
  const switches = electron && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const runBy = (program: string, ...given: readonly string[]) => finished(program, [...switches, ...given])
  return {
    runtime: electron ? 'Electron' : 'the stand-in',
    folder,
    executable,
    binary: electron && process.platform !== 'linux' ? executable : binaryOf(executable),
    asar: join(resources, 'app.asar'),
    printed,
    switches,
    run: (...given) => runBy(executable, ...given),
    runBy,
  }
}

/** What electron-builder prints; under vitest it would keep its warnings to itself. */
export async function built(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const [command, given] = packageBuilder(args)
  const { stdout, stderr } = await promisify(execFile)(command, given, {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, ...env, VITEST: undefined, FORCE_COLOR: '1' },
  })
  return stdout + stderr
}

/** They are its yellow lines. */
export function warningsIn(printed: string): string[] {
  const begin = '\u001b[33m•\u001b[39m '
  return printed
    .split('\n')
    .flatMap((line) => (line.includes(begin) ? [line.slice(line.indexOf(begin) + begin.length)] : []))
}

/** Without a display, as over a line from far: a command needs none. */
export function finished(executable: string, args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }
  return new Promise((resolve) => {
    execFile(executable, args, { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
    })
  })
}
