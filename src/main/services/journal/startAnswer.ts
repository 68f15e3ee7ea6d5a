/** What the window gets when it starts: its first page, the settings, and what is known of the journal's files. */
import type { Start } from '#shared/contract/app'
import type { Day } from '#shared/domain/day'
import type { PageRequest } from '../app/pageRequests'
import type { InitialPage } from '../entries/initialPage'
import type { PageDrafts } from '../entries/pageDrafts'
import type { Clock } from '../ports/clock'
import type { Journal } from './journal'
import type { JournalSync } from './journalSync'

export interface StartAnswerNeeds {
  readonly journal: Pick<Journal, 'tryOpen' | 'settings'>
  readonly journalSync: Pick<JournalSync, 'follow' | 'emitReading' | 'noticesWith'>
  readonly initialPage: Pick<InitialPage, 'read'>
  readonly pageDrafts: Pick<PageDrafts, 'look'>
  readonly clock: Clock
  readonly environment: Pick<Start, 'locale' | 'platform'>
  today(): Day
  folder(): string
}

/** `asked` is the page to show in place of today's. */
export type StartAnswer = (asked?: PageRequest | null) => Promise<Start>

export function createStartAnswer(needs: StartAnswerNeeds): StartAnswer {
  const { journal, journalSync, initialPage, pageDrafts, clock, environment, today, folder } = needs
  return async (asked = null) => {
    await journal.tryOpen()
    const look = await initialPage.read(asked)
    // Without them there is still a page to write on.
    const kept = await pageDrafts.look().catch(() => ({ drafts: [], notices: [] }))
    // Before the answer: what was noticed while its page was read belongs into it.
    journalSync.follow()
    const { zone } = clock.now()
    const { settings } = journal
    journalSync.emitReading()
    const notices = journalSync.noticesWith(kept.notices)
    return { today: today(), zone, ...environment, settings, ...look, folder: folder(), notices, drafts: kept.drafts }
  }
}
