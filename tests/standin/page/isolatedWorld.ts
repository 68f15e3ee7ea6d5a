import { PreloadIpc } from './ipcRenderer'
import { observeInput } from './observeInput'
import { observeTitle } from './observeTitle'
import { observeWindow } from './observeWindow'
import type { MainMessage, PageConfig, PageMessage } from './pageConfig'
import { preloadRequire } from './preloadModules'
import { WorldBridge } from './worldBridge'

/** Runs in the preload's isolated world before the page's first script: connects the IPC and runs the preload. */
export function startIsolatedWorld(config: PageConfig, preload: ((...globals: unknown[]) => void) | null): void {
  if (window.top !== window) return
  const globals = globalThis as unknown as Record<string | symbol, unknown>
  const send = globals[config.binding] as (text: string) => void
  delete globals[config.binding]
  const post = (message: PageMessage) => send(JSON.stringify(message))

  const bridge = new WorldBridge(config.secret, 'preload')
  bridge.answer('open', (url, name, features) =>
    post({ kind: 'open', url: String(url), name: String(name), features: String(features) }),
  )
  observeInput(post, config.isSeen)
  observeTitle(post)
  if (config.isSeen) observeWindow(post)
  const ipc = new PreloadIpc(post)
  globals[Symbol.for(config.secret)] = (message: MainMessage) => ipc.receive(message)
  if (preload) runPreload(config, preload, preloadRequire(ipc.api, bridge), post)
}

function runPreload(
  config: PageConfig,
  preload: (...globals: unknown[]) => void,
  require: (name: string) => unknown,
  post: (message: PageMessage) => void,
): void {
  const module = { exports: {} }
  const process = { ...config.process, type: 'renderer', sandboxed: true, contextIsolated: true }
  const setImmediate = (callback: (...args: unknown[]) => void, ...args: unknown[]) => setTimeout(callback, 0, ...args)
  try {
    preload(require, module, module.exports, process, setImmediate, clearTimeout)
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    console.error(`Unable to load preload script: ${config.preloadPath}\n${stack ?? message}`)
    post({ kind: 'preload-error', path: config.preloadPath ?? '', message, stack: stack ?? '' })
  }
}
