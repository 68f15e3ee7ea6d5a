/** Writes on one page without the window: each answer is left durably in the journal's inbox, and at the end all are brought to the page. */
import { v7 as uuid } from 'uuid'
import type { KeptUntil } from '#shared/contract/captures'
import type { OpenPage } from '#shared/contract/entries'
import { placeAnswer } from '#shared/document/placeAnswer'
import type { Day } from '#shared/domain/day'
import type { Entry, StoredAnswer } from '#shared/domain/entry/entry'
import type { WaitingAnswer } from '#shared/domain/entry/waitingAnswer'
import { nodeDisk } from '../disk/disk'
import { failureOf } from '../disk/failureOf'
import { createAnswers } from '../services/entries/answers'
import { noDrafts } from '../services/entries/pageDrafts'
import { createPages } from '../services/entries/pages'
import { sealedName, unfinishedName } from '../storage/encryption/files/encryptedLayout'
import { leaveAnswer } from '../storage/inbox/leaveAnswer'
import { leaveInPlace } from '../storage/journal/leaveInPlace'
import { openJournal } from '../storage/journal/openJournal'
import { entryKind } from '../storage/kinds/entryKind'
import { JournalFolder } from '../storage/layout/journalFolder'
import { recordPlace } from '../storage/records/recordFiles'
import { journalSteadyFor } from '../storage/safekeeping/staysDamaged'
import { systemClock } from '../system/systemClock'
import type { OpenedForCommand } from './openForCommand'

/** Where the answers are now. */
export type Brought =
  /** `file` is where the page is; null where it is sealed. */
  | { readonly kind: 'on-page'; readonly file: string | null }
  /** The app has the journal open and brings them to the page. */
  | { readonly kind: 'in-use' }
  /** They wait in the inbox for the next start of the app. */
  | { readonly kind: 'waiting' }
  /** This device keeps them until then. */
  | { readonly kind: 'kept-here'; readonly until: KeptUntil }

export interface PageWriter {
  readonly page: OpenPage
  /** Resolves when the disk has it, with the page as it stands then. Throws what the disk says. */
  store(section: number, answer: StoredAnswer, isAnew: boolean): Promise<Entry>
  bring(): Promise<Brought>
}

export interface WhichPage {
  /** Null for today. */
  readonly day: Day | null
  /** Null for the day's last page, whatever its template. */
  readonly template: string | null
}

export async function openPageWriter(opened: OpenedForCommand, { day, template }: WhichPage): Promise<PageWriter> {
  const { journal } = opened
  const pages = createPages({
    entries: { ...journal.entries, read: () => Promise.reject(new Error('a command reads by day')) },
    drafts: noDrafts,
    clock: systemClock,
    newId: () => uuid(),
    settings: () => journal.settings,
  })
  const page = await pages.ofDay(day, template)
  let entry = page.entry
  let keptUntil: KeptUntil | null = null
  return {
    page,
    async store(section, answer, isAnew) {
      const { id, day: on, template: from, sections } = entry
      const waiting: WaitingAnswer = {
        id: uuid(),
        created: systemClock.now(),
        entry: id,
        day: on,
        template: from,
        questions: sections.map(({ prompt, question, practice }) => ({ prompt, question, practice })),
        section,
        answer,
        replaces: isAnew ? (sections[section]?.answer ?? null) : null,
      }
      const kept = await leaveInPlace(opened.presentFolder, async (folder) =>
        leaveAnswer(await opened.inboxIn(folder), waiting),
      )
      keptUntil = kept ?? keptUntil
      entry = placeAnswer(entry, waiting) ?? entry
      return entry
    },
    bring: async () => (keptUntil === null ? bring(opened) : { kind: 'kept-here', until: keptUntil }),
  }
}

async function bring({ folder, isKnown, vault, admitted, device, states }: OpenedForCommand): Promise<Brought> {
  const home = new JournalFolder(nodeDisk(), folder)
  try {
    // A change of the lock that was cut off is ended by the app before anything is written.
    if ((await home.list(sealedName)).some(({ name }) => name === unfinishedName)) return { kind: 'waiting' }
    const journal = await openJournal({
      folder,
      clock: systemClock,
      knownBefore: isKnown,
      vault,
      admitted,
      device,
      states,
      steadyFor: journalSteadyFor,
    })
    try {
      let page: Entry | null = null
      const answers = createAnswers({
        clock: systemClock,
        newId: () => uuid(),
        forReading: () => journal,
        forWriting: async () => journal,
        flush: async () => undefined,
        placed: (next) => {
          page = next
        },
      })
      await answers.look()
      const isLeft = (await journal.answers.waiting()).length > 0
      if (isLeft || page === null) return { kind: 'waiting' }
      const { day, id }: Entry = page
      return { kind: 'on-page', file: vault === null ? home.path(...recordPlace(entryKind, day, id)) : null }
    } finally {
      await journal.close()
    }
  } catch (error) {
    return failureOf(error).code === 'in-use' ? { kind: 'in-use' } : { kind: 'waiting' }
  }
}
