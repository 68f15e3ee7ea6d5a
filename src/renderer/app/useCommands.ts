/** Carries out commands from the menu and from their keys. */
import { useEffect } from 'react'
import { type CommandId, commandIds, commandKeys } from '#shared/contract/commands'
import { listen } from '../state/bridge'
import { useJournal } from '../state/journalStore'
import { runCommand } from './commands'
import { matchesKeys } from './matchesKeys'

export function useCommands(): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const mac = useJournal.getState().platform === 'darwin'
      const command = commandIds.find((id) => commandKeys[id] && matchesKeys(event, commandKeys[id], mac))
      if (!command || event.defaultPrevented) return
      event.preventDefault()
      run(command)
    }
    window.addEventListener('keydown', heard)
    const off = listen('commandChosen', ({ command }) => run(command))
    return () => {
      window.removeEventListener('keydown', heard)
      off()
    }
  }, [])
}

/** A dialog that is open has the keys; its own way out comes first. */
function run(command: CommandId): void {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') === null) runCommand(command)
}
