/** Carries out commands from their keys, from the menu and from the tray. */
import { useEffect } from 'react'
import { type CommandId, commandIds, commandKeys } from '#shared/contract/commands'
import { useJournal } from '../state/journal/journalStore'
import { runCommand } from './commands'
import { matchesKeys } from './matchesKeys'

export function useCommands(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const mac = useJournal.getState().platform === 'darwin'
      const command = commandIds.find((id) => commandKeys[id] && matchesKeys(event, commandKeys[id], mac))
      if (!command || event.defaultPrevented) return
      event.preventDefault()
      chooseCommand(command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** A dialog that is open has the keys; its own way out comes first. */
export function chooseCommand(command: CommandId): void {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') === null) runCommand(command)
}
