/** The first script: asks main for the page, while the code that shows it is still on its way. */
import '../state/trustedTypes'
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { listen, request } from '../state/bridge'
import { answerFlushes, followAnswers, followStars } from '../state/draft/autosaveWatch'
import { sayUnsaved } from '../state/draft/unsavedWords'
import { leaveKeysToInputMethod } from '../state/inputMethod'
import { followCaptures } from '../state/journal/capturesStore'
import { followJournal, takeStart } from '../state/journal/journalStore'
import { followReminders } from '../state/journal/remindersStore'
import { showPage } from '../state/layout/openPageStore'
import { pageReady } from '../state/layout/pageReady'
import { followPageRequests } from './followPageRequests'

leaveKeysToInputMethod()
// Before the first request: main may ask and send events from then on.
answerFlushes()
sayUnsaved()
followStars()
followAnswers()
followJournal()
followCaptures()
followReminders()
followPageRequests()
listen('linkFollowed', (link) => void showing.then(({ followLink }) => followLink(link)))
listen('commandChosen', ({ command }) => void showing.then(({ chooseCommand }) => chooseCommand(command)))

const asked = request('app.start', undefined)
const showing = import('./show')
void begin(asked)
// Without this word main goes on a little later.
void pageReady.then(() => request('page.shown', undefined)).catch(() => undefined)

async function begin(asking: typeof asked): Promise<void> {
  try {
    const [{ command, link, ...start }, { showApp, runCommand, followLink }] = await Promise.all([asking, showing])
    takeStart(start)
    showPage(start.page)
    showApp()
    if (command !== null) runCommand(command)
    if (link !== null) followLink(link)
  } catch (error) {
    const { showFailure } = await showing
    showFailure(error, () => void begin(request('app.start', undefined)))
  }
}
