/** What the app can do now, with the keys for it. */
import { ChevronRight } from 'lucide-react'
import { type Command, type CommandId, commands } from '#shared/contract/commands'
import { messages } from '#shared/messages/messages'
import { fuzzyList } from './fuzzyList'
import type { Source } from './source'

export interface CommandSourceNeeds {
  isUseful(id: CommandId): boolean
  keysOf(id: CommandId): string | undefined
  run(id: CommandId): void
}

export function commandSource({ isUseful, keysOf, run }: CommandSourceNeeds): Source {
  const idOf = (id: CommandId) => `command:${id}`
  return {
    sign: '>',
    isOffered: true,
    open: () =>
      fuzzyList<Command>({
        things: commands.filter(({ id }) => isUseful(id)),
        idOf: ({ id }) => idOf(id),
        textOf: ({ id }) => messages.commands[id],
        itemOf: ({ id }) => ({
          id: idOf(id),
          label: messages.commands[id],
          keys: keysOf(id),
          icon: ChevronRight,
          run: () => run(id),
        }),
      }),
  }
}
