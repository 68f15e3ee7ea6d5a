/** Leaves an answer in a journal's inbox: the process with the process lock puts it on its page. */
import type { KeptUntil } from '#shared/contract/captures'
import type { WaitingAnswer } from '#shared/domain/entry/waitingAnswer'
import { encoded } from '../format/fileFormat'
import { entryKind } from '../kinds/entryKind'
import { waitingAnswerFormat } from '../kinds/waitingAnswers'
import { inboxOf } from '../layout/inboxes'
import { type InboxPlace, leaveInInbox } from './leaveInInbox'

/** Resolves when the disk has it. Throws `folder-missing` when there is no journal, `too-large`. */
export async function leaveAnswer(journal: InboxPlace, answer: WaitingAnswer): Promise<KeptUntil | null> {
  const bytes = encoded(waitingAnswerFormat, { schema: 1, answer })
  return leaveInInbox(journal, { inbox: inboxOf(entryKind), id: answer.id, bytes })
}
