/** Where the journal lies: shows the folder, or goes on in one the person chooses. */
import type { Responses } from '#shared/contract/requests'
import { Failure } from '#shared/domain/failure'
import { messages } from '#shared/messages/messages'
import type { Desktop } from '../ports/desktop'
import type { JournalPlace } from '../ports/journalPlace'

export interface JournalLocation {
  choose(): Promise<Responses['journal.chooseFolder']>
  show(): Promise<null>
}

export function createJournalLocation(desktop: Desktop, place: JournalPlace): JournalLocation {
  const ask = messages.settings.folderQuestions

  async function goOn(folder: string): Promise<'moved' | 'opened' | 'begun' | null> {
    const there = await place.isThere()
    switch (await place.look(folder)) {
      case 'entangled':
        throw new Failure('entangled', 'one folder inside the other')
      case 'other-things':
        throw new Failure('not-empty', 'the folder holds other things')
      case 'current':
        if (there || !(await desktop.confirm(ask.beginAnew))) return null
        await place.beginIn(folder)
        return 'begun'
      case 'same-journal':
        // Going back to an old copy would hide what was written since.
        if (there && !(await desktop.confirm(ask.openCopy))) return null
        await place.goTo(folder)
        return 'opened'
      case 'other-journal':
        await place.goTo(folder)
        return 'opened'
      case 'empty':
        if (there) {
          await place.copyTo(folder)
          return 'moved'
        }
        if (!(await desktop.confirm(ask.beginAnew))) return null
        await place.beginIn(folder)
        return 'begun'
    }
  }

  return {
    async choose() {
      const folder = await desktop.chooseFolder(messages.settings.dialogChooseJournal)
      return { how: folder === null ? null : await goOn(folder) }
    },
    async show() {
      await desktop.showFolder(place.current())
      return null
    },
  }
}
