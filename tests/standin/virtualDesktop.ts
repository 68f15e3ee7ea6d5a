import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { X11Display } from './x11/x11Display'
import { X11Window } from './x11/x11Window'

const run = promisify(execFile)

/** The programs it needs, each with its package. */
const programs = { Xvfb: 'xvfb', xdotool: 'xdotool', import: 'imagemagick' }

/** The packages that windows can't be tested without and that are not here. */
export function missingPackages(): string[] {
  const missing = Object.entries(programs).filter(([program]) => spawnSync('which', [program]).status !== 0)
  return missing.map(([, name]) => name)
}

/** Whether windows can be tested with real keys here; says what is missing. */
export function hasVirtualDesktop(): boolean {
  const missing = missingPackages()
  if (missing.length > 0) process.stderr.write(`Not tested: windows on a display. Install ${missing.join(', ')}.\n`)
  return missing.length === 0
}

/** A screen of its own, on which programs show windows and are typed into. There is no window manager on it. */
export class VirtualDesktop {
  readonly display: string
  readonly x11: X11Display
  readonly #server: ChildProcess
  readonly #pictures = mkdtempSync(join(tmpdir(), 'virtual-desktop-'))
  #count = 0

  private constructor(server: ChildProcess, display: string, x11: X11Display) {
    this.#server = server
    this.display = display
    this.x11 = x11
  }

  /** @param size say `1280x800` */
  static async start(size: string): Promise<VirtualDesktop> {
    // The server picks a free number and writes it down once it can be used.
    const options = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp']
    const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    const written = server.stdio[3]
    if (!written) throw new Error('Xvfb has no stream for its number')
    const [number] = await once(written, 'data')
    const display = `:${String(number).trim()}`
    const x11 = await X11Display.open(display)
    if (!x11) throw new Error(`no X server answers at ${display}`)
    return new VirtualDesktop(server, display, x11)
  }

  /** What a program needs in its environment to be shown on it. */
  get environment(): { DISPLAY: string; WAYLAND_DISPLAY: string } {
    return { DISPLAY: this.display, WAYLAND_DISPLAY: '' }
  }

  async type(text: string): Promise<void> {
    await this.#xdotool('type', '--delay', '20', text)
  }

  async press(key: string): Promise<void> {
    await this.#xdotool('key', key)
  }

  /** The title of the window that has the keyboard; empty when none has. */
  async focused(): Promise<string> {
    const { stdout } = await this.#xdotool('getwindowfocus', 'getwindowname').catch(() => ({ stdout: '' }))
    return stdout.trim()
  }

  /** Null while there is none with this title on the screen. */
  async window(title: string): Promise<X11Window | null> {
    const id = await this.x11.find('WM_NAME', title)
    if (id === null || !(await this.x11.isViewable(id))) return null
    const area = await this.x11.geometry(id)
    return area && area.x >= 0 ? new X11Window(this.x11, id) : null
  }

  /** Moves and resizes a window, as a person does by its frame. */
  async place(title: string, [x, y, width, height]: readonly [number, number, number, number]): Promise<void> {
    const moved = ['windowmove', `${x}`, `${y}`, 'windowsize', `${width}`, `${height}`]
    await this.#xdotool('search', '--name', `^${title}$`, ...moved)
  }

  async picture(file: string): Promise<void> {
    mkdirSync(dirname(file), { recursive: true })
    await run('import', ['-display', this.display, '-window', 'root', file])
  }

  /**
   * Where a caret blinks: the only narrow place in which two pictures, one after the other, differ. Null while there is none, or they
   * are alike.
   */
  async caret(): Promise<{ x: number; y: number } | null> {
    const [before, after] = [join(this.#pictures, `${this.#count++}.png`), join(this.#pictures, `${this.#count}.png`)]
    if (this.#count === 1) await this.picture(before)
    await this.picture(after)
    const difference = ['-compose', 'difference', '-composite', '-trim', '-format', '%w %h %X %Y', 'info:']
    // Two equal pictures have nothing to trim, which is only warned of.
    const { stdout } = await run('convert', [before, after, ...difference])
    const [width = 0, height = 0, x = 0, y = 0] = stdout.split(' ').map(Number)
    return width <= 4 && height >= 12 && height <= 60 ? { x, y } : null
  }

  async stop(): Promise<void> {
    this.x11.close()
    this.#server.kill()
    await once(this.#server, 'exit')
    rmSync(this.#pictures, { recursive: true, force: true })
  }

  #xdotool(...args: string[]): Promise<{ stdout: string }> {
    return run('xdotool', args, { env: { ...process.env, ...this.environment } })
  }
}
