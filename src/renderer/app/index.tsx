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
import { followAsked } from './followAsked'
import { StartFailed } from './StartFailed'

const root = createRoot(document.getElementById('root') ?? document.body)
// Before the first request: main may ask and tell from then on.
answerFlushes()
followStars()
followJournal()
followCaptures()
followReminders()
followAsked()
void begin()

async function begin(): Promise<void> {
  try {
    const start = await request('app.start', undefined)
    takeStart(start)
    showPage(start.page)
    root.render(<App />)
  } catch (error) {
    root.render(<StartFailed error={error} onAgain={() => void begin()} />)
  }
}
