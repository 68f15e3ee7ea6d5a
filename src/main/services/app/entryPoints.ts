/**
 * The ways into the app that a system offers beside its icon: the jump list, a Linux launcher's actions. They are command lines that never change, so
 * that what the tray says of the day and its reminders can't be among them.
 */
import { defaultTemplate } from '#shared/domain/template/builtInTemplates'
import { messages } from '#shared/messages/messages'
import type { LaunchAction } from './appAction'

export interface EntryPoint {
  readonly label: string
  readonly deed: LaunchAction
  /** The same for another start of the app. */
  readonly argument: string
}

const words = messages.entryPoints

export const newReflection: EntryPoint = {
  label: words.newReflection,
  deed: { kind: 'open', page: { template: defaultTemplate.id, isNew: true } },
  argument: `--new=${defaultTemplate.id}`,
}

export const quickCapture: EntryPoint = { label: words.capture, deed: { kind: 'capture' }, argument: '--capture' }

export const entryPoints: readonly EntryPoint[] = [
  { label: words.today, deed: { kind: 'open', page: { template: null, isNew: false } }, argument: '--today' },
  newReflection,
  quickCapture,
  { label: words.reminders, deed: { kind: 'reminders' }, argument: '--reminders' },
  { label: words.quit, deed: { kind: 'quit' }, argument: '--quit' },
]
