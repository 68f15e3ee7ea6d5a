/** Start at login on Linux: a file in the desktop's autostart folder. https://specifications.freedesktop.org/autostart-spec/latest/ */
import { dirname } from 'node:path'
import { messages } from '#shared/messages/messages'
import { type Disk, nodeDisk } from '../disk/disk'
import { answered } from '../disk/failureOf'
import { errorCode } from '../disk/files'
import { makeFolders } from '../disk/makeFolders'
import { removeDurably } from '../disk/removeDurably'
import { saveDurably } from '../disk/saveDurably'
import type { LoginItem } from '../services/ports/loginItem'

/** `command` is the program and its arguments. */
export function createAutostartFile(path: string, command: readonly string[], disk: Disk = nodeDisk()): LoginItem {
  const read = async () => {
    try {
      return Buffer.from((await disk.files.read(path, 65_536)).bytes).toString('utf8')
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null
      throw error
    }
  }
  return {
    read: () =>
      answered(async () => {
        const text = await read()
        if (text === null) return false
        // A desktop's own settings switch an entry off without removing it.
        if (/^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(text)) return false
        // One of an app that was moved, or of another profile, does not start this one.
        return /^Exec\s*=(.*)$/m.exec(text)?.[1]?.trim() === execOf(command)
      }),
    set: (starts) =>
      answered(async () => {
        if (starts) {
          await makeFolders(disk, dirname(path))
          await saveDurably(disk, path, Buffer.from(desktopEntry(command)))
        } else if ((await read()) !== null) await removeDurably(disk, path)
      }),
  }
}

export function desktopEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${messages.appName}`,
    `Exec=${execOf(command)}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

function execOf(command: readonly string[]): string {
  return command.map(quoted).join(' ')
}

/** Once for the argument, once for the value that holds it. https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html */
function quoted(argument: string): string {
  const inQuotes = argument.replace(/["`$\\]/g, '\\$&').replace(/%/g, '%%')
  return `"${inQuotes.replace(/\\/g, '\\\\')}"`
}
