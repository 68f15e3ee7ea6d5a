import { setTimeout as delay } from 'node:timers/promises'
import type { Area, X11Display } from './x11Display'

/** What a window manager is to know of a window. */
export interface WindowLook {
  readonly frame: boolean
  readonly resizable: boolean
  readonly minimum: Size
  readonly maximum: Size
  readonly skipTaskbar: boolean
  readonly alwaysOnTop: boolean
}

export type PlaceState = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

interface Size {
  readonly width: number
  readonly height: number
}

/** Times, 20 ms apart, that a window is looked for: its program and we speak to the server on connections of our own. */
const tries = 100

const minimumSize = 16
const maximumSize = 32
const largest = 0x7fff
/** Of `WM_STATE`: https://www.x.org/releases/X11R7.7/doc/xorg-docs/icccm/icccm.html#WM_STATE_Property */
const iconic = 3
/** Of `_NET_WM_STATE`: https://specifications.freedesktop.org/wm-spec/latest/ */
const remove = 0
const add = 1

/** Another program's window on an X server: described to the window manager, taken from the screen and put back. */
export class X11Window {
  readonly #display: X11Display
  readonly #id: number

  constructor(display: X11Display, id: number) {
    this.#display = display
    this.#id = id
  }

  /** The window whose class holds a name. */
  static async find(display: X11Display, name: string): Promise<X11Window | null> {
    for (let attempt = 0; attempt < tries; attempt++) {
      const id = await display.find('WM_CLASS', name)
      if (id !== null) return new X11Window(display, id)
      await delay(20)
    }
    return null
  }

  /** The names by which a desktop finds the program's icon and groups its windows: those that Electron gives. */
  setProgram(name: string): Promise<void> {
    return this.#set('WM_CLASS', 'STRING', `${name.toLowerCase()}\0${name}\0`)
  }

  async setTitle(title: string): Promise<void> {
    await this.#set('_NET_WM_NAME', 'UTF8_STRING', title)
    await this.#set('WM_NAME', 'UTF8_STRING', title)
  }

  async describe({ frame, resizable, minimum, maximum }: WindowLook, size: Size): Promise<void> {
    if (!frame) await this.#set('_MOTIF_WM_HINTS', '_MOTIF_WM_HINTS', [2, 0, 0, 0, 0])
    const least = resizable ? minimum : size
    const most = resizable ? maximum : size
    const hints = new Array<number>(18).fill(0)
    hints[0] = minimumSize | maximumSize
    hints.splice(5, 4, least.width, least.height, Math.min(most.width, largest), Math.min(most.height, largest))
    await this.#set('WM_NORMAL_HINTS', 'WM_SIZE_HINTS', hints)
  }

  /** For a window on the screen; the window manager forgets it when the window is hidden. */
  async announceState({ skipTaskbar, alwaysOnTop }: WindowLook): Promise<void> {
    const [taskbar, pager, above] = await this.#stateAtoms()
    const change = (wanted: boolean, ...atoms: number[]) =>
      this.#display.message(this.#id, '_NET_WM_STATE', [wanted ? add : remove, ...atoms])
    await change(skipTaskbar, taskbar, pager)
    await change(alwaysOnTop, above)
  }

  /** @param active whether the window manager may give it the keyboard */
  async show({ skipTaskbar, alwaysOnTop }: WindowLook, active: boolean): Promise<void> {
    const [taskbar, pager, above] = await this.#stateAtoms()
    const states = [...(skipTaskbar ? [taskbar, pager] : []), ...(alwaysOnTop ? [above] : [])]
    await this.#set('_NET_WM_STATE', 'ATOM', states)
    if (!active) await this.#set('_NET_WM_USER_TIME', 'CARDINAL', [0])
    this.#display.map(this.#id)
  }

  hide(): void {
    this.#display.withdraw(this.#id)
  }

  /** Asked of the server: its program may not have taken notice yet. Null when the window is gone. */
  async place(): Promise<{ area: Area; state: PlaceState } | null> {
    const area = await this.#display.geometry(this.#id)
    return area && { area, state: await this.#state() }
  }

  /** How far the frame that the window manager draws reaches beyond the window. */
  async frame(): Promise<{ left: number; right: number; top: number; bottom: number }> {
    const [left = 0, right = 0, top = 0, bottom = 0] = await this.#display.numbers(this.#id, '_NET_FRAME_EXTENTS')
    return { left, right, top, bottom }
  }

  /** Calls back for each move, change of size or state. */
  follow(onChange: () => void): Promise<void> {
    return this.#display.follow(this.#id, ['_NET_WM_STATE', 'WM_STATE'], onChange)
  }

  /** Asks the program to close the window, as its cross does. */
  async askToClose(): Promise<void> {
    await this.#display.messageTo(this.#id, 'WM_PROTOCOLS', [await this.#display.atom('WM_DELETE_WINDOW'), 0])
  }

  #set(property: string, type: string, value: string | readonly number[]): Promise<void> {
    return this.#display.setProperty(this.#id, property, type, value)
  }

  async #state(): Promise<PlaceState> {
    const [managed] = await this.#display.numbers(this.#id, 'WM_STATE')
    if (managed === iconic) return 'minimized'
    const states = await this.#display.numbers(this.#id, '_NET_WM_STATE')
    if (states.includes(await this.#display.atom('_NET_WM_STATE_FULLSCREEN'))) return 'fullscreen'
    return states.includes(await this.#display.atom('_NET_WM_STATE_MAXIMIZED_VERT')) ? 'maximized' : 'normal'
  }

  async #stateAtoms(): Promise<[number, number, number]> {
    return [
      await this.#display.atom('_NET_WM_STATE_SKIP_TASKBAR'),
      await this.#display.atom('_NET_WM_STATE_SKIP_PAGER'),
      await this.#display.atom('_NET_WM_STATE_ABOVE'),
    ]
  }
}
