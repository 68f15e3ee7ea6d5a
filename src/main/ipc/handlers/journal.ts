import type { JournalAnswers } from '#shared/contract/journal'
import type { JournalLocation } from '../../services/journal/journalLocation'
import type { Session } from '../../services/journal/session'
import type { HandlersOf } from '../serve'

interface Served {
  readonly session: Session
  readonly folder: JournalLocation
}

export function journalHandlers({ session, folder }: Served): HandlersOf<keyof JournalAnswers> {
  return {
    'journal.chooseFolder': () => folder.choose(),
    'journal.showFolder': () => folder.show(),
    'journal.reopen': () => session.start(),
  }
}
