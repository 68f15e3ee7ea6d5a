import { connect, type Socket } from 'node:net'
import { cookieOf } from './xauthority'

export interface X11Screen {
  readonly root: number
  readonly width: number
  readonly height: number
}

/** Milliseconds after which a server that does not answer counts as none. */
const timeout = 5_000

/** A connection to an X server: requests as bytes, their replies, and the events of the windows that were selected. https://www.x.org/releases/X11R7.7/doc/xproto/x11protocol.html */
export class X11Connection {
  readonly screen: X11Screen
  readonly #socket: Socket
  readonly #replies = new Map<number, (reply: Buffer | null) => void>()
  readonly #listeners = new Set<(event: Buffer) => void>()
  #sequence = 0
  #rest = Buffer.alloc(0)

  private constructor(socket: Socket, screen: X11Screen) {
    this.#socket = socket
    this.screen = screen
    socket.on('data', (chunk) => this.#read(chunk))
    socket.on('close', () => this.#end())
    // Only the app's own work keeps the process alive.
    socket.unref()
  }

  /** @returns null where no X server answers at this display */
  static async open(display: string): Promise<X11Connection | null> {
    const match = /^(?:unix)?([^:/]*):(\d+)(?:\.\d+)?$/.exec(display)
    if (!match) return null
    const [, host = '', number = '0'] = match
    const socket = host ? connect(6000 + Number(number), host) : connect(`/tmp/.X11-unix/X${number}`)
    const setup = await greet(socket, number)
    if (setup === null) socket.destroy()
    return setup && new X11Connection(socket, setup)
  }

  /** Sends a request that has no reply. */
  send(opcode: number, data: number, body: Buffer): void {
    const length = 4 + body.length + (-body.length & 3)
    const request = Buffer.alloc(length)
    request.writeUInt8(opcode, 0)
    request.writeUInt8(data, 1)
    request.writeUInt16LE(length / 4, 2)
    body.copy(request, 4)
    this.#sequence = (this.#sequence + 1) & 0xffff
    this.#socket.write(request)
  }

  /** Sends a request; null when the server refuses it, say because the window is gone. */
  ask(opcode: number, data: number, body: Buffer): Promise<Buffer | null> {
    this.send(opcode, data, body)
    const sequence = this.#sequence
    return new Promise((resolve) => this.#replies.set(sequence, resolve))
  }

  onEvent(listener: (event: Buffer) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#socket.destroy()
  }

  /** Every message has 32 bytes; a reply may have more and says how many. */
  #read(chunk: Buffer): void {
    let bytes = Buffer.concat([this.#rest, chunk])
    while (bytes.length >= 32) {
      const kind = bytes.readUInt8(0)
      const length = kind === 1 ? 32 + bytes.readUInt32LE(4) * 4 : 32
      if (bytes.length < length) break
      this.#take(kind, bytes.subarray(0, length))
      bytes = bytes.subarray(length)
    }
    this.#rest = bytes
  }

  #take(kind: number, message: Buffer): void {
    if (kind > 1) {
      for (const listener of this.#listeners) listener(message)
      return
    }
    const sequence = message.readUInt16LE(2)
    this.#replies.get(sequence)?.(kind === 1 ? message : null)
    this.#replies.delete(sequence)
  }

  #end(): void {
    for (const resolve of this.#replies.values()) resolve(null)
    this.#replies.clear()
  }
}

/** Introduces us to the server and reads of its answer what we need: the first screen. */
function greet(socket: Socket, displayNumber: string): Promise<X11Screen | null> {
  return new Promise((resolve) => {
    let answer = Buffer.alloc(0)
    const finish = (screen: X11Screen | null) => {
      clearTimeout(timer)
      socket.off('data', read)
      resolve(screen)
    }
    const timer = setTimeout(() => finish(null), timeout)
    const read = (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk])
      if (answer.length < 8 || answer.length < 8 + answer.readUInt16LE(6) * 4) return
      finish(answer.readUInt8(0) === 1 ? firstScreen(answer) : null)
    }
    socket.on('data', read)
    socket.on('error', () => finish(null))
    socket.once('connect', () => socket.write(greeting(displayNumber)))
  })
}

function greeting(displayNumber: string): Buffer {
  const { name, data } = cookieOf(displayNumber)
  const head = Buffer.alloc(12)
  head.write('l')
  head.writeUInt16LE(11, 2)
  head.writeUInt16LE(name.length, 6)
  head.writeUInt16LE(data.length, 8)
  return Buffer.concat([head, padded(Buffer.from(name)), padded(data)])
}

function firstScreen(answer: Buffer): X11Screen {
  const vendorLength = answer.readUInt16LE(24)
  const formats = answer.readUInt8(29)
  const at = 40 + vendorLength + (-vendorLength & 3) + formats * 8
  return { root: answer.readUInt32LE(at), width: answer.readUInt16LE(at + 20), height: answer.readUInt16LE(at + 22) }
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])
}
