/** The answers that other processes left for their pages: `entries/inbox/<id>.json`. */
import { basename } from 'node:path'
import type { EntryId } from '#shared/domain/entry/entry'
import type { WaitingAnswer } from '#shared/domain/entry/waitingAnswer'
import { answered } from '../../disk/failureOf'
import type { AnswerInbox } from '../../services/ports/answerInbox'
import { joiningFiles, removeJoined } from '../encryption/files/inboxGate'
import { entryKind } from '../kinds/entryKind'
import { waitingAnswerFormat } from '../kinds/waitingAnswers'
import { inboxOf } from '../layout/inboxes'
import type { JournalContext } from '../safekeeping/journalContext'
import { readLeft } from './readLeft'

const answerInbox = inboxOf(entryKind)

export function openAnswerInbox(journal: JournalContext): AnswerInbox {
  const { folder, lock, notices } = journal
  const fileOf = (id: EntryId) => folder.nameOf(folder.path(...answerInbox, `${id}.json`))
  return {
    waiting: (known = new Set()) =>
      answered(async () => {
        const paths = (await joiningFiles(journal, answerInbox)).filter((path) => !known.has(basename(path, '.json')))
        if (paths.length > 0) await lock.hold()
        const found: WaitingAnswer[] = []
        for (const path of paths) {
          const file = await readLeft(journal, path, waitingAnswerFormat)
          if (file) found.push(file.answer)
        }
        return found
      }),
    leave: ({ id, day }: WaitingAnswer) =>
      notices.raise({ kind: 'waits', file: fileOf(id), day, restored: false, recordKind: entryKind.name }),
    remove: (id: EntryId) =>
      answered(async () => {
        await lock.hold()
        await folder.inside(answerInbox, (inbox) => removeJoined(journal, `${inbox}/${id}.json`))
        notices.forget('waits', fileOf(id))
      }),
  }
}
