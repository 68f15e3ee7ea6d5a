import '../state/trustedTypes'
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { createRoot } from 'react-dom/client'
import { answerFlushes, followStars } from '../state/autosaveWatch'
import { request } from '../state/bridge'
import { followCaptures } from '../state/capturesStore'
import { followJournal, takeStart } from '../state/journalStore'
import { showPage } from '../state/openPageStore'
import { followReminders } from '../state/remindersStore'
import { App } from './App'
import { runCommand } from './commands'
import { followAsked } from './followAsked'
import { StartFailed } from './StartFailed'
import { followCommands } from './useCommands'

const root = createRoot(document.getElementById('root') ?? document.body)
// Before the first request: main may ask and tell from then on.
answerFlushes()
followStars()
followJournal()
followCaptures()
followReminders()
followAsked()
followCommands()
void begin()

async function begin(): Promise<void> {
  try {
    const { command, ...start } = await request('app.start', undefined)
    takeStart(start)
    showPage(start.page)
    root.render(<App />)
    if (command !== null) runCommand(command)
  } catch (error) {
    root.render(<StartFailed error={error} onAgain={() => void begin()} />)
  }
}
