import type { JournalAnswers } from '#shared/contract/journal'
import type { JournalLocation } from '../../services/journal/journalLocation'
import type { StartAnswer } from '../../services/journal/startAnswer'
import type { HandlersOf } from '../serve'

interface Served {
  readonly startAnswer: StartAnswer
  readonly folder: JournalLocation
}

export function journalHandlers({ startAnswer, folder }: Served): HandlersOf<keyof JournalAnswers> {
  return {
    'journal.chooseFolder': () => folder.choose(),
    'journal.showFolder': () => folder.show(),
    'journal.reopen': () => startAnswer(),
  }
}
