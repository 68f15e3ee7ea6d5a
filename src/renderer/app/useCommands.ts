/** Carries out commands from their keys, from the menu and from the tray. */
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
    return () => window.removeEventListener('keydown', heard)
  }, [])
}

/** Those that main tells. */
export function followCommands(): () => void {
  return listen('commandChosen', ({ command }) => run(command))
}

/** A dialog that is open has the keys; its own way out comes first. */
function run(command: CommandId): void {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') === null) runCommand(command)
}
