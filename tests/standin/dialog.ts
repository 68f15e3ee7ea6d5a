import type {
  Dialog as ElectronDialog,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  SaveDialogReturnValue,
} from 'electron'
import type { Faithful } from './faithful'
import { record } from './records'
import { strict } from './strict'

type Kind = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'

const answers: { kind: Kind; answer: object }[] = []

/** The answer to the next dialog of a kind; without one it counts as canceled. */
export function answerNextDialog(kind: Kind, answer: object): void {
  answers.push({ kind, answer })
}

function take(kind: Kind): object {
  const at = answers.findIndex((entry) => entry.kind === kind)
  return at === -1 ? {} : (answers.splice(at, 1)[0]?.answer ?? {})
}

/** A dialog may get its parent window first. */
function options(args: unknown[]): { cancelId?: number; buttons?: string[] } {
  return (args.at(-1) ?? {}) as { cancelId?: number; buttons?: string[] }
}

class Dialog {
  async showOpenDialog(...args: unknown[]): Promise<OpenDialogReturnValue> {
    record('dialog', 'showOpenDialog', options(args))
    return { canceled: true, filePaths: [], ...take('showOpenDialog') }
  }

  async showSaveDialog(...args: unknown[]): Promise<SaveDialogReturnValue> {
    record('dialog', 'showSaveDialog', options(args))
    return { canceled: true, filePath: '', ...take('showSaveDialog') }
  }

  async showMessageBox(...args: unknown[]): Promise<MessageBoxReturnValue> {
    const asked = options(args)
    record('dialog', 'showMessageBox', asked)
    return { response: asked.cancelId ?? 0, checkboxChecked: false, ...take('showMessageBox') }
  }

  showErrorBox(title: string, content: string): void {
    record('dialog', 'showErrorBox', { title, content })
    // Before `ready` Electron itself writes it there.
    process.stderr.write(`${title}\n${content}\n`)
  }
}

/** Electron's `dialog`: recorded, and answered by the spec. */
export const dialog = strict('dialog', new Dialog())

true satisfies Faithful<Dialog, ElectronDialog>
