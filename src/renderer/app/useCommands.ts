/** Carries out commands from their keys, from the menu and from the tray. */
import { useEffect } from 'react'
import type { CommandId } from '#shared/contract/commands'
import { commandKeysNow } from '../state/journal/commandKeysStore'
import { useJournal } from '../state/journal/journalStore'
import { pressedKey } from '../ui/pressedKey'
import { commandPressed } from './commandPressed'
import { runCommand } from './commands'

export function useCommands(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const mac = useJournal.getState().platform === 'darwin'
      const command = commandPressed(pressedKey(event), commandKeysNow().of, mac)
      if (command === null) return
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
