/** All pages and captures of a journal, as a search knows them, with what still waits in an inbox: for commands that ask what was written. */
import { compareRows } from '#shared/domain/record'
import { messages } from '#shared/messages/messages'
import { failureOf } from '../disk/failureOf'
import { captureKind } from '../storage/kinds/captureKind'
import { entryKind } from '../storage/kinds/entryKind'
import type { Described } from '../storage/kinds/recordKind'
import { forOutput } from './forOutput'
import { type OpenedForCommand, openForCommand } from './openForCommand'
import { printable } from './printable'
import type { CommandResult } from './result'
import { openStandardInput } from './standardInput'
import type { AskedRecords } from './verb'

const words = messages.terminal

export interface ReadNeeds extends Omit<AskedRecords, 'isJson'> {
  readonly userData: string
}

/**
 * Prints what `print` makes of the records, newest first. Code 1 also when a file could not be read: then something may be missing. `print` answers
 * with a sentence for what makes no sense.
 */
export async function printRecords(
  { userData, hasPassphrase, from, to, only }: ReadNeeds,
  print: (records: readonly Described[], opened: OpenedForCommand) => { readonly text: string } | string,
): Promise<CommandResult> {
  const input = openStandardInput(hasPassphrase, words.passphrase)
  try {
    const opened = await openForCommand({ userData, passphrase: input.passphrase, begins: false })
    const { entries, captures } = opened.journal
    const unread = new Set<string>()
    entries.onNotice(({ kind, file, restored }) => {
      if (kind !== 'copy' && !restored) unread.add(file)
    })
    const records: Described[] = []
    if (only !== 'capture') for await (const entry of entries.all()) records.push(entryKind.describe(entry))
    if (only !== 'entry') for await (const log of captures()) records.push(...captureKind.describe(log))
    const asked = records.filter(({ row: { day } }) => (from === null || day >= from) && (to === null || day <= to))
    const printed = print(
      asked.sort((a, b) => compareRows(a.row, b.row)),
      opened,
    )
    if (typeof printed === 'string') return failed(printed)
    const text = forOutput(printed.text)
    if (unread.size === 0) return { code: 0, sentence: text }
    process.stdout.write(text === '' ? '' : `${text}\n`)
    return failed(words.notAllRead(unread.size, String(unread.size)))
  } catch (error) {
    const { code } = failureOf(error)
    return failed(code === 'locked' ? words.isLocked : words.notShown(messages.failures[code]))
  }
}

function failed(sentence: string): CommandResult {
  return { code: 1, sentence: printable(`throughline: ${sentence}`) }
}
