/** Carries out commands from their keys, from the menu and from the tray. */
import { useEffect } from 'react'
import { type Command, type CommandId, commands } from '#shared/contract/commands'
import { useJournal } from '../state/journal/journalStore'
import { runCommand } from './commands'
import { matchesKeys } from './matchesKeys'

export function useCommands(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const mac = useJournal.getState().platform === 'darwin'
      const command = commands.find(({ keys, alsoKeys }: Command) =>
        [keys, alsoKeys].some((each) => each !== undefined && matchesKeys(event, each, mac)),
      )
      if (!command || event.defaultPrevented) return
      event.preventDefault()
      chooseCommand(command.id)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** A dialog that is open has the keys; its own way out comes first. */
export function chooseCommand(command: CommandId): void {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') === null) runCommand(command)
}
