/** What the line above the page can do: the rail's switch on one side, a new entry and settings on the other. */
import { ChartNoAxesColumn, PanelLeft, Settings } from 'lucide-react'
import type { CommandId } from '#shared/contract/commands'
import { messages } from '#shared/messages/messages'
import { NewEntryMenu } from '../features/newEntry/NewEntryMenu'
import { useCommandKeys } from '../state/journal/commandKeysStore'
import { useLayout } from '../state/layout/layoutStore'
import { IconButton } from '../ui/IconButton'
import { ToggleButton } from '../ui/ToggleButton'
import styles from './App.module.css'
import { runCommand } from './commands'

export function BarTools() {
  const isLookingBack = useLayout(({ view }) => view === 'overview')
  const keys = useCommandKeys().of
  /** What a button shows of its command. */
  const labelled = (id: CommandId) => ({ label: messages.commands[id], keys: keys.get(id) })
  return (
    <>
      <IconButton {...labelled('toggleRail')} onPress={() => runCommand('toggleRail')}>
        <PanelLeft />
      </IconButton>
      <span className={styles.space} />
      <NewEntryMenu />
      <ToggleButton {...labelled('overview')} isSelected={isLookingBack} onChange={() => runCommand('overview')}>
        <ChartNoAxesColumn />
      </ToggleButton>
      <IconButton {...labelled('settings')} onPress={() => runCommand('settings')}>
        <Settings />
      </IconButton>
    </>
  )
}
