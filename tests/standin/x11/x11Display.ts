import { X11Connection, type X11Screen } from './x11Connection'

type Format = 8 | 32

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const eventMask = 0x800
const structureAndProperties = (1 << 17) | (1 << 22)
const substructure = (1 << 19) | (1 << 20)
const destroyNotify = 17
const configureNotify = 22
const propertyNotify = 28
/** The state of a window that is shown, as are those it is in. */
const viewable = 2

/** The requests of an X server that showing, hiding and describing another program's windows takes. */
export class X11Display {
  readonly #connection: X11Connection
  readonly #atoms = new Map<string, Promise<number>>()

  private constructor(connection: X11Connection) {
    this.#connection = connection
  }

  /** @returns null where no X server answers at this display */
  static async open(display: string): Promise<X11Display | null> {
    const connection = await X11Connection.open(display)
    return connection && new X11Display(connection)
  }

  get screen(): X11Screen {
    return this.#connection.screen
  }

  close(): void {
    this.#connection.close()
  }

  /** Calls back for each change of a window's place or of one of these properties, until the window is destroyed. */
  async follow(window: number, properties: readonly string[], onChange: () => void): Promise<void> {
    const atoms = await Promise.all(properties.map((name) => this.atom(name)))
    const unfollow = this.#connection.onEvent((event) => {
      if (event.readUInt32LE(4) !== window) return
      const kind = event.readUInt8(0) & 0x7f
      if (kind === destroyNotify) unfollow()
      else if (kind === configureNotify) onChange()
      else if (kind === propertyNotify && atoms.includes(event.readUInt32LE(8))) onChange()
    })
    this.#connection.send(2, 0, words(window, eventMask, structureAndProperties))
  }

  /** Whether it is shown: as a rule on the screen, see `geometry`. */
  async isViewable(window: number): Promise<boolean> {
    const reply = await this.#connection.ask(3, 0, words(window))
    return reply?.readUInt8(26) === viewable
  }

  /** Where it is on the screen, without the window manager's frame; null when it is gone. */
  async geometry(window: number): Promise<Area | null> {
    const size = await this.#connection.ask(14, 0, words(window))
    const corner = await this.#connection.ask(40, 0, words(window, this.screen.root, 0))
    if (!size || !corner) return null
    const [x, y] = [corner.readInt16LE(12), corner.readInt16LE(14)]
    return { x, y, width: size.readUInt16LE(16), height: size.readUInt16LE(18) }
  }

  map(window: number): void {
    this.#connection.send(8, 0, words(window))
  }

  /** Takes a window from the screen and the task list: https://www.x.org/releases/X11R7.7/doc/xorg-docs/icccm/icccm.html#Changing_Window_State */
  withdraw(window: number): void {
    this.#connection.send(10, 0, words(window))
    const { root } = this.screen
    this.#sendToRoot(Buffer.concat([Buffer.from([18, 0, 0, 0]), words(root, window, 0)]))
  }

  /** Asks the window manager for something about a window. */
  async message(window: number, type: string, values: readonly number[]): Promise<void> {
    this.#sendToRoot(clientMessage(window, await this.atom(type), values))
  }

  /** Tells the program a window belongs to what the person wants of it, as a window manager does. */
  async messageTo(window: number, type: string, values: readonly number[]): Promise<void> {
    this.#send(window, 0, clientMessage(window, await this.atom(type), values))
  }

  #sendToRoot(event: Buffer): void {
    this.#send(this.screen.root, substructure, event)
  }

  #send(destination: number, mask: number, event: Buffer): void {
    const bytes = Buffer.alloc(32)
    event.copy(bytes)
    this.#connection.send(25, 0, Buffer.concat([words(destination, mask), bytes]))
  }

  async setProperty(window: number, name: string, type: string, value: string | readonly number[]): Promise<void> {
    const [property, typeAtom] = await Promise.all([this.atom(name), this.atom(type)])
    const format: Format = typeof value === 'string' ? 8 : 32
    const bytes = typeof value === 'string' ? Buffer.from(value) : words(...value)
    const count = bytes.length / (format / 8)
    this.#connection.send(18, 0, Buffer.concat([words(window, property, typeAtom, format, count), bytes]))
  }

  /** The bytes of a property; empty when it is not there. */
  async property(window: number, name: string): Promise<Buffer> {
    const reply = await this.#connection.ask(20, 0, words(window, await this.atom(name), 0, 0, 1024))
    if (!reply) return Buffer.alloc(0)
    return reply.subarray(32, 32 + reply.readUInt32LE(16) * (reply.readUInt8(1) / 8))
  }

  async numbers(window: number, name: string): Promise<number[]> {
    const bytes = await this.property(window, name)
    return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4))
  }

  /** The first window for which a property's text holds a string; a window manager may have put it into a frame of its own. */
  async find(property: string, text: string, within = this.screen.root): Promise<number | null> {
    const reply = await this.#connection.ask(15, 0, words(within))
    if (!reply) return null
    for (let child = 0; child < reply.readUInt16LE(16); child++) {
      const window = reply.readUInt32LE(32 + child * 4)
      if ((await this.property(window, property)).includes(text)) return window
      const inside = await this.find(property, text, window)
      if (inside !== null) return inside
    }
    return null
  }

  atom(name: string): Promise<number> {
    const known = this.#atoms.get(name)
    if (known) return known
    const length = Buffer.alloc(4)
    length.writeUInt16LE(name.length)
    const atom = this.#connection.ask(16, 0, Buffer.concat([length, Buffer.from(name)]))
    const number = atom.then((reply) => reply?.readUInt32LE(8) ?? 0)
    this.#atoms.set(name, number)
    return number
  }
}

function clientMessage(window: number, type: number, values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from([33, 32, 0, 0]), words(window, type, ...values)])
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, at * 4)
  return bytes
}
