/** The app's own arguments. Switches it does not know are Chromium's and are left to it. */

import { captureKindSchema, captureTextSchema, captureWords } from '#shared/domain/capture/capture'
import { isDay } from '#shared/domain/day'
import { findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { messages } from '#shared/messages/messages'
import { isAppLink, parseAppLink } from './appLink'
import { misplaced } from './modifiers'
import { parseFinding } from './parseFinding'
import { parsePeriod } from './parsePeriod'
import { printable } from './printable'
import { nothingAsked, startOfLink } from './startOfLink'
import { isSwitch, switches } from './switches'
import type { Verb } from './verb'

export interface CommandLine {
  readonly verb: Verb
  /** As given; relative to the caller's folder. */
  readonly userDataDir: string | null
}

/**
 * Bytes of all arguments together, with the one that ends each of them: empty ones travel as well. Asked of what is handed to the app that is running:
 * longer ones once got it killed: https://github.com/electron/electron/issues/52020
 */
const maxArgumentsLength = 16_384

/** `--capture` without a text, distinct from one with a text. No switch has a space in its name. */
const captureWithoutText = 'capture field'

/** Each asks for something to be shown, written or ended; only one thing can be asked for. */
const doing = [
  'export',
  'backup',
  'restore',
  'check',
  'write',
  'show',
  'find',
  'list',
  'day',
  'from',
  'to',
  'new',
  'today',
  'reminders',
  'hidden',
  'quit',
  captureWithoutText,
] as const

export function parseCommandLine(argv: readonly string[]): CommandLine {
  const read = readArguments(argv)
  const isHandedOver = read.verb.kind === 'open' || read.verb.kind === 'quit'
  const isTooLong = argv.reduce((sum, argument) => sum + Buffer.byteLength(argument) + 1, 0) > maxArgumentsLength
  return isHandedOver && isTooLong
    ? { ...read, verb: { kind: 'refused', sentence: messages.commandLine.tooLong } }
    : read
}

function readArguments(argv: readonly string[]): CommandLine {
  const refuse = (sentence: string, userDataDir: string | null = null): CommandLine => ({
    verb: { kind: 'refused', sentence },
    userDataDir,
  })
  // What stands behind a link is not the system's: a link may have smuggled it in.
  const linkAt = argv.findIndex(isAppLink)
  const link = argv[linkAt]

  const values = new Map<string, string>()
  for (const [at, argument] of (link === undefined ? argv : argv.slice(0, linkAt)).entries()) {
    const [, name, value] = /^--([a-z-]+)(?:=(.*))?$/is.exec(argument) ?? []
    if (name === undefined) continue
    if (!isSwitch(name)) {
      // Chromium would take it for one of its own, and say nothing.
      if (isSwitch(name.toLowerCase())) return refuse(messages.commandLine.smallLetters(name))
      continue
    }
    const { takes } = switches[name]
    if (values.has(name)) return refuse(messages.commandLine.twice(name))
    const isWithoutText = name === 'capture' && value === undefined
    const isBare = takes === 'either' && value === undefined
    if (isBare && isWord(argv[at + 1])) return refuse(messages.commandLine.apart(name))
    if (takes !== 'nothing' && !value && !isBare) return refuse(messages.commandLine.needsValue(name))
    if (takes === 'nothing' && value !== undefined) return refuse(messages.commandLine.noValue(name))
    values.set(isWithoutText ? captureWithoutText : name, value ?? '')
  }

  const userDataDir = values.get('user-data-dir') ?? null
  if (link !== undefined) {
    const asked = parseAppLink(link)
    if (asked === null) return refuse(messages.commandLine.noLink, userDataDir)
    return { verb: { kind: 'open', ...startOfLink(asked) }, userDataDir }
  }
  if (values.has('help')) return { verb: { kind: 'help' }, userDataDir }
  if (values.has('version')) return { verb: { kind: 'version' }, userDataDir }
  const elsewhere = misplaced(values)
  if (elsewhere !== null) return refuse(messages.commandLine.belongs[elsewhere], userDataDir)
  const caught = values.get('capture')
  const isAlone = (...names: readonly string[]) => !doing.some((name) => values.has(name) && !names.includes(name))
  if (caught !== undefined) {
    if (!isAlone()) return refuse(messages.commandLine.captureAlone, userDataDir)
    const as = captureKindSchema.safeParse(values.get('kind') ?? 'note')
    if (!as.success) return refuse(messages.commandLine.noKind(printable(values.get('kind') ?? '')), userDataDir)
    const text = captureWords(caught)
    if (text === '') return refuse(messages.commandLine.needsValue('capture'), userDataDir)
    if (!captureTextSchema.safeParse(text).success) return refuse(messages.commandLine.captureTooLong, userDataDir)
    return { verb: { kind: 'capture', text, as: as.data }, userDataDir }
  }
  if (values.has(captureWithoutText)) {
    if (!isAlone(captureWithoutText)) return refuse(messages.commandLine.captureAlone, userDataDir)
    return { verb: { kind: 'open', ...nothingAsked, capture: true }, userDataDir }
  }
  if (values.has('quit')) {
    if (!isAlone('quit')) return refuse(messages.commandLine.quitAlone, userDataDir)
    return { verb: { kind: 'quit' }, userDataDir }
  }
  if (values.has('reminders')) {
    if (!isAlone('reminders')) return refuse(messages.commandLine.remindersAlone, userDataDir)
    return { verb: { kind: 'open', ...nothingAsked, command: 'reminders' }, userDataDir }
  }
  const words = parseWords(values, isAlone)
  if (words !== null) return { verb: words, userDataDir }
  const finding = parseFinding(values, isAlone)
  if (finding !== null) return { verb: finding, userDataDir }
  const keeping = parseKeeping(values, isAlone)
  if (keeping !== null) return { verb: keeping, userDataDir }
  const folder = values.get('export')
  if (folder === undefined) {
    const template = values.get('new') ?? null
    if (template !== null && values.has('today')) return refuse(messages.commandLine.newOrToday, userDataDir)
    if (template !== null && !findTemplate(template))
      return refuse(messages.commandLine.noTemplate(printable(template)), userDataDir)
    const page = template !== null || values.has('today') ? { template, isNew: template !== null } : null
    const hidden = values.has('hidden')
    if (hidden && page !== null) return refuse(messages.commandLine.hiddenAlone, userDataDir)
    return { verb: { kind: 'open', ...nothingAsked, page, hidden }, userDataDir }
  }
  if (values.has('hidden')) return refuse(messages.commandLine.hiddenAlone, userDataDir)
  if (values.has('new') || values.has('today')) return refuse(messages.commandLine.pageOrExport, userDataDir)
  const period = parsePeriod(values)
  if (typeof period === 'string') return refuse(period, userDataDir)
  return { verb: { kind: 'export', folder, ...period, hasPassphrase: values.has('passphrase-stdin') }, userDataDir }
}

/** The verbs that read and write words in a terminal; null for none of them. */
function parseWords(values: ReadonlyMap<string, string>, isAlone: (...names: string[]) => boolean): Verb | null {
  const refused = (sentence: string): Verb => ({ kind: 'refused', sentence })
  const [write, show] = [values.get('write'), values.get('show')]
  const hasPassphrase = values.has('passphrase-stdin')
  if (write === undefined && show === undefined) return null
  const day = write === undefined ? show : values.get('day')
  if (day && !isDay(day)) return refused(messages.commandLine.notADay(printable(day)))
  if (write === undefined) {
    return isAlone('show')
      ? { kind: 'show', day: day || null, hasPassphrase }
      : refused(messages.commandLine.alone('show'))
  }
  if (!isAlone('write', 'day')) return refused(messages.commandLine.alone('write'))
  if (write !== '' && !findTemplate(write)) return refused(messages.commandLine.noTemplate(printable(write)))
  return { kind: 'write', template: write || null, day: day || null, hasPassphrase }
}

/** The verbs of backups; null for none of them. */
function parseKeeping(values: ReadonlyMap<string, string>, isAlone: (...names: string[]) => boolean): Verb | null {
  const [backup, restore] = [values.get('backup'), values.get('restore')]
  const refused = (sentence: string): Verb => ({ kind: 'refused', sentence })
  if (backup !== undefined)
    return isAlone('backup') ? { kind: 'backup', file: backup } : refused(messages.commandLine.alone('backup'))
  if (restore !== undefined) {
    const folder = values.get('to')
    if (folder === undefined) return refused(messages.commandLine.restoreNeedsTo)
    return isAlone('restore', 'to')
      ? { kind: 'restore', file: restore, folder }
      : refused(messages.commandLine.alone('restore'))
  }
  if (!values.has('check')) return null
  return isAlone('check')
    ? { kind: 'check', hasPassphrase: values.has('passphrase-stdin') }
    : refused(messages.commandLine.alone('check'))
}

/** Also an empty one: a text that a shell found to be nothing. */
function isWord(argument: string | undefined): boolean {
  return argument !== undefined && !argument.startsWith('-') && !isAppLink(argument)
}
