import type { IpcRenderer } from 'electron'
import { PreloadEmitter } from './preloadEmitter'
import { strictPreload } from './strictPreload'
import type { WorldBridge } from './worldBridge'

/** The four modules a sandboxed preload may require. https://www.electronjs.org/docs/latest/tutorial/sandbox#preload-scripts */
export function preloadRequire(ipcRenderer: Partial<IpcRenderer>, bridge: WorldBridge): (name: string) => unknown {
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown): void => {
      bridge.ask('expose', key, api)
    },
  }
  const modules = new Map<string, unknown>([
    [
      'electron',
      strictPreload('electron (in a preload)', {
        contextBridge: strictPreload('contextBridge', contextBridge),
        ipcRenderer: strictPreload('ipcRenderer', ipcRenderer),
      }),
    ],
    [
      'events',
      Object.assign(class EventEmitter extends PreloadEmitter {}, { EventEmitter: PreloadEmitter, once: undefined }),
    ],
    [
      'timers',
      {
        setTimeout: setTimeout.bind(window),
        clearTimeout: clearTimeout.bind(window),
        setInterval: setInterval.bind(window),
        clearInterval: clearInterval.bind(window),
        setImmediate: (callback: (...args: unknown[]) => void, ...args: unknown[]) => setTimeout(callback, 0, ...args),
        clearImmediate: clearTimeout.bind(window),
      },
    ],
    ['url', { URL, URLSearchParams }],
  ])
  return (name) => {
    const found = modules.get(name.replace(/^node:/, '').replace(/^electron\/(common|renderer)$/, 'electron'))
    if (!found) throw new Error(`module not found: ${name}`)
    return found
  }
}
