import type { AppAnswers } from '#shared/contract/app'
import type { PageReady } from '../../services/app/pageReady'
import type { PageRequests } from '../../services/app/pageRequests'
import type { Lock } from '../../services/encryption/lock'
import type { StartAnswer } from '../../services/journal/startAnswer'
import type { Desktop } from '../../services/ports/desktop'
import { readAbout } from '../../system/readAbout'
import type { Flush } from '../../windows/flush'
import { done } from '../done'
import type { HandlersOf } from '../serve'

interface Served {
  readonly startAnswer: StartAnswer
  readonly pageReady: PageReady
  readonly desktop: Desktop
  readonly flush: Flush
  readonly pageRequests: PageRequests
  readonly lock: Lock
  openLink(url: string): Promise<void>
}

export function appHandlers({
  startAnswer,
  pageReady,
  desktop,
  flush,
  pageRequests,
  lock,
  openLink,
}: Served): HandlersOf<keyof AppAnswers> {
  return {
    'app.start': async () => {
      flush.pageBegan()
      pageReady.began()
      // A page that began while the journal was being locked must not get what it shows.
      await lock.settled()
      const { page, command, link } = pageRequests.pageBegan()
      return { ...(await startAnswer(page)), command, link }
    },
    'page.shown': () => done(pageReady.shown),
    'page.flushed': ({ unsaved }) => done(() => flush.answered(unsaved)),
    'page.unsaved': ({ isUnsaved }) => done(() => flush.pageHolds(isUnsaved)),
    'links.open': ({ url }) => done(() => openLink(url)),
    'text.copy': ({ text }) => done(() => desktop.copyText(text)),
    'about.read': () => readAbout(),
  }
}
