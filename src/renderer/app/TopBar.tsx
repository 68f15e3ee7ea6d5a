/** The quiet line above the page: the rail's switch on one side, a new entry and settings on the other. */
import { PanelLeft, Settings } from 'lucide-react'
import { commandKeys } from '#shared/contract/commands'
import { messages } from '#shared/messages/messages'
import { NewEntryMenu } from '../features/newEntry/NewEntryMenu'
import { IconButton } from '../ui/IconButton'
import styles from './App.module.css'
import { runCommand } from './commands'

export function TopBar() {
  return (
    <header className={styles.bar}>
      <IconButton
        label={messages.commands.toggleRail}
        keys={commandKeys.toggleRail}
        onPress={() => runCommand('toggleRail')}
      >
        <PanelLeft />
      </IconButton>
      <span className={styles.space} />
      <NewEntryMenu />
      <IconButton label={messages.commands.settings} keys={commandKeys.settings} onPress={() => runCommand('settings')}>
        <Settings />
      </IconButton>
    </header>
  )
}
