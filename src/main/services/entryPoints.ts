/** The ways into the app that a system offers beside its icon: the Dock, the jump list, a Linux launcher's actions. */
import { defaultTemplate } from '#shared/domain/builtInTemplates'
import { messages } from '#shared/messages/messages'
import type { AskedPage } from './askedPage'

export interface EntryPoint {
  readonly label: string
  /** A page of the journal, or the field of quick capture. */
  readonly asks: AskedPage | 'capture'
  /** The same for a new start of the app. */
  readonly argument: string
}

export const entryPoints: readonly EntryPoint[] = [
  { label: messages.entryPoints.today, asks: { template: null, isNew: false }, argument: '--today' },
  {
    label: messages.entryPoints.newReflection,
    asks: { template: defaultTemplate.id, isNew: true },
    argument: `--new=${defaultTemplate.id}`,
  },
  { label: messages.entryPoints.capture, asks: 'capture', argument: '--capture' },
]
