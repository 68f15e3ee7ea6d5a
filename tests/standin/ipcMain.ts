import { EventEmitter } from 'node:events'
import type { IpcMain as ElectronIpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import type { Faithful } from './faithful'
import { decodeValue, encodeValue } from './wire'

type Handler = Parameters<ElectronIpcMain['handle']>[1]

const handlers = new Map<string, Handler>()

/** Electron's `ipcMain`: any channel name is an event, so it is a plain emitter. */
export class IpcMain extends EventEmitter {
  handle(channel: string, listener: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof listener !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`)
    handlers.set(channel, listener)
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      handlers.delete(channel)
      return listener(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

export const ipcMain = new IpcMain()

true satisfies Faithful<IpcMain, ElectronIpcMain>

export type InvokeOutcome = { readonly value: string } | { readonly message: string }

/** Answers an `ipcRenderer.invoke`; of a failure only the text crosses. */
export async function answerInvoke(channel: string, event: IpcMainInvokeEvent, args: string): Promise<InvokeOutcome> {
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return { value: encodeValue(await handler(event, ...(decodeValue(args) as unknown[]))) }
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    return { message: String(error) }
  }
}

export function receiveSend(channel: string, event: IpcMainEvent, args: string): void {
  ipcMain.emit(channel, event, ...(decodeValue(args) as unknown[]))
}
