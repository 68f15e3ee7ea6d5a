/**
 * The ways into the app that a system offers beside its icon: the jump list, a Linux launcher's actions. They are command lines that never change, so
 * that what the tray says of the day and its reminders can't be among them.
 */
import { defaultTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { messages } from '#shared/messages/messages'
import type { LaunchAction } from './appAction'

export interface LaunchItem {
  readonly label: string
  readonly action: LaunchAction
  /** The same for another start of the app. */
  readonly argument: string
}

const words = messages.launchItems

export const newReflectionItem: LaunchItem = {
  label: words.newReflection,
  action: { kind: 'open', page: { template: defaultTemplate.id, isNew: true } },
  argument: `--new=${defaultTemplate.id}`,
}

export const captureItem: LaunchItem = { label: words.capture, action: { kind: 'capture' }, argument: '--capture' }

export const launchItems: readonly LaunchItem[] = [
  { label: words.today, action: { kind: 'open', page: { template: null, isNew: false } }, argument: '--today' },
  newReflectionItem,
  captureItem,
  { label: words.reminders, action: { kind: 'reminders' }, argument: '--reminders' },
  { label: words.quit, action: { kind: 'quit' }, argument: '--quit' },
]
