import type { WebPreferences } from 'electron'

/** What a page of the app may do: nothing of Node, nothing that is not the web's. What is not named stays as secure as Electron has it. */
export function webPreferences(preload: string, platform: NodeJS.Platform): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    // On Linux and Windows the spell checker fetches its dictionaries from the network.
    spellcheck: platform === 'darwin',
  }
}
