import { contextBridge, ipcRenderer } from 'electron'
import { eventNames, requestNames } from '#shared/contract/channels'

const requests: ReadonlySet<string> = new Set(requestNames)
const events: ReadonlySet<string> = new Set(eventNames)

contextBridge.exposeInMainWorld('journal', {
  request: (name: string, request: unknown) =>
    requests.has(name) ? ipcRenderer.invoke(name, request) : Promise.reject(new Error('unknown request')),
  on: (name: string, listener: (event: unknown) => void) => {
    if (!events.has(name)) throw new Error('unknown event')
    const handler = (_: unknown, event: unknown) => listener(event)
    ipcRenderer.on(name, handler)
    return () => void ipcRenderer.off(name, handler)
  },
})
