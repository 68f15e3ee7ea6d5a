/** `--write`: a page written in the terminal or from a pipe, without window or display, also while the app is open. */
import { findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { counted } from '#shared/messages/counted'
import { dayInWords, weekdayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { failureOf } from '../disk/failureOf'
import { type Asked, askPage } from './askPage'
import { openNodeTerminal } from './nodeTerminal'
import { type OpenedForCommand, openForCommand } from './openForCommand'
import { openPageWriter, type PageWriter, type WhichPage } from './pageWriter'
import { printable } from './printable'
import { questionWords } from './questionWords'
import type { CommandResult } from './result'
import { assignAnswers, splitAnswers } from './splitAnswers'
import { isTyped, openStandardInput, type StandardInput } from './standardInput'
import { storeAnswers } from './storeAnswers'
import { systemLocale } from './systemLocale'

const words = messages.terminal

export interface WriteNeeds extends WhichPage {
  readonly userData: string
  /** The first line of standard input is the passphrase. */
  readonly hasPassphrase: boolean
  /** Calls the listener when the system wants this process to end; the process waits for the result. */
  readonly onQuit: (listener: () => void) => void
}

export async function runWrite({ userData, hasPassphrase, onQuit, ...which }: WriteNeeds): Promise<CommandResult> {
  const input = openStandardInput(hasPassphrase, words.passphrase)
  try {
    const opened = await openForCommand({ userData, passphrase: input.passphrase, begins: true })
    const writer = await openPageWriter(opened, which)
    const asked = isTyped() ? await askInTerminal(opened, writer, onQuit) : await takeFromPipe(writer, input)
    if (asked.stored === 0) return asked.isIncomplete ? failed('') : done(isTyped() ? words.nothingWritten : null)
    const where = await placeInWords(opened, writer)
    const { locale, today } = systemLocale(opened.journal.settings.dayEnds)
    const answers = counted.answersSaved(asked.stored, String(asked.stored))
    const sentence = `${words.written(answers, dayInWords(writer.page.entry.day, today, locale))} ${printable(where)}`
    return { code: asked.isIncomplete ? 1 : 0, sentence }
  } catch (error) {
    return failed(reasonOf(error))
  }
}

function done(sentence: string | null): CommandResult {
  return sentence === null ? failed(words.nothingGiven) : { code: 0, sentence }
}

function failed(sentence: string): CommandResult {
  return { code: 1, sentence: sentence === '' ? '' : printable(`throughline: ${sentence}`) }
}

function reasonOf(error: unknown): string {
  const { code } = failureOf(error)
  if (code === 'locked') return words.isLocked
  if (code === 'too-large') return words.tooLong
  if (code === 'unreadable') return words.notUtf8
  return words.notBegun(messages.failures[code])
}

async function placeInWords({ folder }: OpenedForCommand, writer: PageWriter): Promise<string> {
  const brought = await writer.bring()
  switch (brought.kind) {
    case 'on-page':
      return words.whereFile(brought.file ?? folder)
    case 'in-use':
      return words.whereWaiting(folder)
    case 'waiting':
      return words.whereLater(folder)
    case 'kept-here':
      return brought.until === 'unlocked' ? messages.capturing.keptHere : messages.capturing.keptLockGone
  }
}

async function askInTerminal(
  { journal: { settings } }: OpenedForCommand,
  { page: { entry, fromBefore }, store }: PageWriter,
  onQuit: WriteNeeds['onQuit'],
): Promise<Asked> {
  const { locale, today } = systemLocale(settings.dayEnds)
  const terminal = openNodeTerminal({ onQuit })
  try {
    const template = findTemplate(entry.template)?.name ?? entry.template
    terminal.print(words.heading(dayInWords(entry.day, today, locale), entry.title.trim() || template))
    for (const line of words.howTo) terminal.printQuietly(line)
    if (fromBefore) {
      terminal.print('')
      terminal.print(`${messages.writing.fromBefore(weekdayInWords(fromBefore.day, locale))}: ${fromBefore.text}`)
    }
    const questionsOf = (page: typeof entry) => questionWords(page, settings.manager)
    return await askPage({ terminal, page: entry, questionsOf, store })
  } finally {
    terminal.close()
  }
}

async function takeFromPipe({ page, store }: PageWriter, input: StandardInput): Promise<Asked> {
  const answers = assignAnswers(splitAnswers(await input.text()), page.entry.sections.length)
  const { stored, failure } = await storeAnswers(answers, store)
  if (failure === null) return { stored, isIncomplete: false }
  if (stored === 0) throw failure
  process.stderr.write(`throughline: ${words.notSaved(messages.failures[failure.code])}\n`)
  return { stored, isIncomplete: true }
}
