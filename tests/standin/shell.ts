import type { Shell as ElectronShell } from 'electron'
import type { Faithful } from './faithful'
import { record } from './records'
import { strict } from './strict'

class Shell {
  async openExternal(url: string): Promise<void> {
    record('shell', 'openExternal', url)
  }

  async openPath(path: string): Promise<string> {
    record('shell', 'openPath', path)
    return ''
  }

  showItemInFolder(fullPath: string): void {
    record('shell', 'showItemInFolder', fullPath)
  }

  async trashItem(path: string): Promise<void> {
    record('shell', 'trashItem', path)
  }

  beep(): void {
    record('shell', 'beep')
  }
}

/** Electron's `shell`: what would leave the app is recorded. */
export const shell = strict('shell', new Shell())

true satisfies Faithful<Shell, ElectronShell>
