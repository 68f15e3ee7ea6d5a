/** The desktop through Electron. */
import { BrowserWindow, clipboard, dialog, type OpenDialogOptions, shell } from 'electron'
import { Failure } from '#shared/domain/failure'
import type { Desktop } from '../services/ports/desktop'

/** What a dialog belongs to. */
function shownWindow(): BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().find((window) => window.isVisible())
}

async function chosenPath(options: OpenDialogOptions): Promise<string | null> {
  const window = shownWindow()
  const chosen = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
}

export const electronDesktop: Desktop = {
  chooseFolder: (title) => chosenPath({ title, properties: ['openDirectory', 'createDirectory'] }),
  chooseFile: (title) => chosenPath({ title, properties: ['openFile'] }),
  async showFolder(folder) {
    // It resolves with what went wrong.
    if ((await shell.openPath(folder)) !== '') throw new Failure('folder-missing', 'the folder could not be shown')
  },
  async confirm({ question, detail, yes, no }) {
    const options = { message: question, detail, buttons: [no, yes], defaultId: 0, cancelId: 0 }
    const window = shownWindow()
    const answer = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options)
    return answer.response === 1
  },
  openLink: (url) => shell.openExternal(url),
  copyText: (text) => clipboard.writeText(text),
}
