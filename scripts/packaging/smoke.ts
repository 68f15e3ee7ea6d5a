import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { hasVirtualDesktop, VirtualDesktop } from '../../tests/standin/virtualDesktop'

/** What is started and looked at from outside: nothing can attach to a package whose fuses are off. */
export interface Smoked {
  /** What a person opens. */
  readonly program: string
  /** What commands are given to; on Windows a command file, for which a shell waits. */
  readonly command: string
  readonly version: string
  /** Where pictures of the screen are put. */
  readonly pictures: string
  /** Before the app's own arguments. */
  readonly switches?: readonly string[]
}

const patience = 180_000
const line = 'The smoke test wrote this line'

/** Commands, then a window, a line, the end, a window again, and the line is there. Throws what is wrong. */
export async function smoke(smoked: Smoked): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-smoke-'))
  const desktop = process.platform === 'linux' && hasVirtualDesktop() ? await VirtualDesktop.start('1280x800') : null
  const app = new Smoke(smoked, join(folder, 'profile'), desktop)
  try {
    const version = app.run('--version').trim()
    if (version !== smoked.version) throw new Error(`--version says ${version}`)
    app.run('--capture=A thought')
    app.run(`--export=${join(folder, 'exported')}`)
    app.run('--check')

    await app.open()
    await (desktop ? app.typeInto(desktop) : app.writeMeanwhile())
    await app.until('the line is on the page', () => app.run('--show').includes(line))
    await app.picture('written.png')
    await app.quit()

    await app.open()
    await app.until('the page is painted', async () => desktop === null || (await desktop.caret()) !== null)
    await app.picture('again.png')
    await app.quit()
    if (!app.run('--show').includes(line)) throw new Error('the line is gone after a second start')
    app.run('--check')
  } finally {
    app.end()
    await desktop?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

class Smoke {
  readonly #smoked: Smoked
  readonly #profile: string
  readonly #desktop: VirtualDesktop | null
  #open: ChildProcess | null = null

  constructor(smoked: Smoked, profile: string, desktop: VirtualDesktop | null) {
    this.#smoked = smoked
    this.#profile = profile
    this.#desktop = desktop
  }

  /** A command, without a display; gives what it prints. */
  run(argument: string, input?: string): string {
    const { command, switches = [] } = this.#smoked
    const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }
    const args = [...switches, this.#userData, argument]
    // Windows starts a command file by its shell alone, which takes one line.
    const byShell = command.endsWith('.cmd')
    const [program, given] = byShell ? [quoted(command), args.map(quoted)] : [command, args]
    const ended = spawnSync(program, given, { env, encoding: 'utf8', input, shell: byShell, timeout: patience })
    if (ended.status === 0) return ended.stdout
    throw new Error(
      `${argument} ended with ${ended.status ?? ended.signal ?? ended.error}: ${ended.stderr}${ended.stdout}`,
    )
  }

  /** Resolves once the app has the journal for itself. */
  async open(): Promise<void> {
    const { program, switches = [] } = this.#smoked
    const env = { ...process.env, ...this.#desktop?.environment }
    this.#open = spawn(program, [...switches, this.#userData], { env, stdio: 'inherit' })
    const locks = join(this.#profile, 'journal/locks')
    await this.until('the app has the journal open', () => {
      if (this.#open?.exitCode !== null) throw new Error(`the app ended with ${this.#open?.exitCode}`)
      return existsSync(locks) && readdirSync(locks).length > 0
    })
  }

  /** With real keys, into the field that has the caret. */
  async typeInto(desktop: VirtualDesktop): Promise<void> {
    await this.until('the page can be written on', async () => (await desktop.caret()) !== null)
    await desktop.type(line)
  }

  /** By a command beside the app, which puts it on the page. */
  async writeMeanwhile(): Promise<void> {
    this.run('--write', line)
  }

  async picture(name: string): Promise<void> {
    const file = join(this.#smoked.pictures, name)
    mkdirSync(dirname(file), { recursive: true })
    if (this.#desktop) return this.#desktop.picture(file)
    const [program, ...args] = pictureOf(file)
    if (program !== undefined) spawnSync(program, args, { stdio: 'inherit' })
  }

  /** As another program ends it; resolves when it is gone. */
  async quit(): Promise<void> {
    const ended = this.#open ? once(this.#open, 'exit') : Promise.resolve([0])
    this.run('--quit')
    const [code] = await ended
    if (code !== 0) throw new Error(`the app ended with ${code}`)
    this.#open = null
  }

  async until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    for (const began = Date.now(); !(await holds()); await setTimeout(500))
      if (Date.now() - began > patience) throw new Error(`not within three minutes: ${what}`)
  }

  end(): void {
    this.#open?.kill('SIGKILL')
  }

  get #userData(): string {
    return `--user-data-dir=${this.#profile}`
  }
}

function quoted(argument: string): string {
  return `"${argument}"`
}

/** The system's own way to a picture of the screen. */
function pictureOf(file: string): string[] {
  if (process.platform === 'darwin') return ['screencapture', '-x', file]
  if (process.platform !== 'win32') return []
  const draw = [
    'Add-Type -AssemblyName System.Windows.Forms,System.Drawing',
    '$area = [System.Windows.Forms.Screen]::PrimaryScreen.Bounds',
    '$picture = New-Object System.Drawing.Bitmap $area.Width, $area.Height',
    '[System.Drawing.Graphics]::FromImage($picture).CopyFromScreen($area.Location, [System.Drawing.Point]::Empty, $area.Size)',
    `$picture.Save('${file}')`,
  ]
  return ['powershell', '-NoProfile', '-Command', draw.join('; ')]
}
