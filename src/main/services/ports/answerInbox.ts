/** Answers that were written outside of the window, on the disk until they are on their pages. */
import type { EntryId } from '#shared/domain/entry/entry'
import type { WaitingAnswer } from '#shared/domain/entry/waitingAnswer'

export interface AnswerInbox {
  /** In the order in which they were written, without those that are `known`. One that can't be read becomes a notice and is left out. */
  waiting(known?: ReadonlySet<EntryId>): Promise<readonly WaitingAnswer[]>
  /** Its page can't take it: it stays, and a notice says where its words are. */
  leave(answer: WaitingAnswer): void
  /** One that is on its page; harmless for one that is gone. */
  remove(id: EntryId): Promise<void>
}
