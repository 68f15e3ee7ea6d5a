/** Why keys can't be had, in words. */
import type { IgnoredKeys, KeysTrouble } from '#shared/contract/commandKeys'
import type { EditorKey } from '#shared/contract/editorKeys'
import { messages } from '#shared/messages/messages'
import { keysInWords } from '../../ui/keysInWords'

const words = messages.keys
const { format } = messages.writing

const editorLabels: Readonly<Record<EditorKey, string>> = {
  ...format,
  bar: words.bar,
  openName: words.openName,
  checkItem: words.checkItem,
  nextAnswer: words.nextAnswer,
  previousAnswer: words.previousAnswer,
  notices: words.notices,
}

export function refusedInWords(keys: string, trouble: KeysTrouble, mac: boolean): string {
  const shown = keysInWords(keys, mac)
  if ('by' in trouble) return words.refused.taken(shown, ownerOf(trouble))
  return trouble.why === 'unfit' ? unfitInWords(mac) : words.refused.reserved(shown)
}

export function unfitInWords(mac: boolean): string {
  return words.refused.unfit(keysInWords('CmdOrCtrl', mac))
}

/** What the settings say, or the command has by itself, and what it can't have. */
export function ignoredInWords({ keys, trouble }: IgnoredKeys, mac: boolean): string {
  if (keys === null) return words.ignored.unreadable
  if ('by' in trouble) return words.ignored.taken(keysInWords(keys, mac), ownerOf(trouble))
  return words.ignored.unfit(trouble.why === 'unfit' ? keys.slice(0, longest) : keysInWords(keys, mac))
}

/** Letters of what may be anything. */
const longest = 40

function ownerOf(trouble: Extract<KeysTrouble, { by: string }>): string {
  return trouble.why === 'taken' ? messages.commands[trouble.by] : editorLabels[trouble.by]
}

/** The global shortcut never reaches the window. It has Electron's other names for the same keys. */
export function isOfCapture(keys: string, captureKeys: string | null, mac: boolean): boolean {
  return (
    captureKeys !== null &&
    sorted(keys) ===
      sorted(captureKeys.replace(mac ? /Command(?:OrControl)?/ : /Control|CommandOrControl/, 'CmdOrCtrl'))
  )
}

function sorted(keys: string): string {
  return keys.split('+').sort().join('+')
}
