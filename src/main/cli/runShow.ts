/** `--show`: the pages of a day as Markdown, without window, display or process lock, also while the app is open. */
import { captureBody } from '#shared/document/captureMarkdown'
import { entryBody } from '#shared/document/entryMarkdown'
import { newDocument, newHeading, newText } from '#shared/document/newNodes'
import { toMarkdown } from '#shared/document/toMarkdown'
import type { Day } from '#shared/domain/day'
import { type Entry, isAnswered } from '#shared/domain/entry/entry'
import { findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { failureOf } from '../disk/failureOf'
import type { JournalForReading } from '../storage/journal/openJournalForReading'
import { forOutput } from './forOutput'
import { openForCommand } from './openForCommand'
import { printable } from './printable'
import type { CommandResult } from './result'
import { openStandardInput } from './standardInput'
import { systemLocale } from './systemLocale'

const words = messages.terminal

export interface ShowNeeds {
  readonly userData: string
  /** Null for today. */
  readonly day: Day | null
  readonly hasPassphrase: boolean
}

export async function runShow({ userData, day: asked, hasPassphrase }: ShowNeeds): Promise<CommandResult> {
  const input = openStandardInput(hasPassphrase, words.passphrase)
  try {
    const { journal } = await openForCommand({ userData, passphrase: input.passphrase, begins: false })
    const { locale, today } = systemLocale(journal.settings.dayEnds)
    const day = asked ?? today
    const text = await markdownOf(journal, day)
    if (text !== '') return { code: 0, sentence: forOutput(text) }
    process.stderr.write(`${words.nothingOn(dayInWords(day, today, locale))}\n`)
    return { code: 0, sentence: '' }
  } catch (error) {
    const { code } = failureOf(error)
    const sentence = code === 'locked' ? words.isLocked : words.notShown(messages.failures[code])
    return { code: 1, sentence: printable(`throughline: ${sentence}`) }
  }
}

async function markdownOf({ entries, captures: caught }: JournalForReading, day: Day): Promise<string> {
  const pages = (await entries.ofDay(day)).filter((page) => page.day === day)
  const parts = pages.sort((a, b) => (a.created.at < b.created.at ? -1 : 1)).map(pageMarkdown)
  for await (const { day: on, captures } of caught()) {
    const body = on === day ? captureBody(captures, messages.capturing.kinds) : ''
    if (body !== '') parts.push(`${headed(words.captures)}\n${body}`)
  }
  return parts
    .filter((part) => part !== '')
    .join('\n')
    .trimEnd()
}

/** A page without a title bears its template's name, so that several of a day differ. */
function pageMarkdown(page: Entry): string {
  const body = entryBody(page)
  if (page.title.trim() !== '' || !page.sections.some(isAnswered)) return body
  return `${headed(findTemplate(page.template)?.name ?? page.template)}\n${body}`
}

function headed(text: string): string {
  return toMarkdown(newDocument([newHeading('h1', [newText(text)])]))
}
