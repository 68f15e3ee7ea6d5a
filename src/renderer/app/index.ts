/** The first script: asks main for the page, while the code that shows it is still on its way. */
import '../state/trustedTypes'
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { answerFlushes, followAnswers, followStars } from '../state/autosaveWatch'
import { listen, request } from '../state/bridge'
import { followCaptures } from '../state/capturesStore'
import { leaveKeysToInputMethod } from '../state/inputMethod'
import { followJournal, takeStart } from '../state/journalStore'
import { showPage } from '../state/openPageStore'
import { pageShown } from '../state/pageShown'
import { followReminders } from '../state/remindersStore'
import { sayUnsaved } from '../state/unsavedWords'
import { followAsked } from './followAsked'

leaveKeysToInputMethod()
// Before the first request: main may ask and tell from then on.
answerFlushes()
sayUnsaved()
followStars()
followAnswers()
followJournal()
followCaptures()
followReminders()
followAsked()
listen('commandChosen', ({ command }) => void showing.then(({ chooseCommand }) => chooseCommand(command)))

const asked = request('app.start', undefined)
const showing = import('./show')
void begin(asked)
// Without this word main goes on a little later.
void pageShown.then(() => request('page.shown', undefined)).catch(() => undefined)

async function begin(asking: typeof asked): Promise<void> {
  try {
    const [{ command, ...start }, { showApp, runCommand }] = await Promise.all([asking, showing])
    takeStart(start)
    showPage(start.page)
    showApp()
    if (command !== null) runCommand(command)
  } catch (error) {
    const { showFailure } = await showing
    showFailure(error, () => void begin(request('app.start', undefined)))
  }
}
