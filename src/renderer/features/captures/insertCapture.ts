/** Puts a capture's words into an answer. It is marked as used once they are on the disk, and for as long as undo does not take them back. */
import type { Capture } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import { messages } from '#shared/messages/messages'
import type { HistoryStep } from '../../editor/extensions/pageHistory'
import { type Form, historyOf, insertAtEnd, insertAtPoint } from '../../editor/page/insertIntoAnswer'
import { type AnsweredPage, isOpen, type OpenAnswer } from '../../editor/page/openAnswers'
import { failureCodeOf, request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { useOpenPage } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { showToast, withdrawAction } from '../../state/toastStore'

export function putInto(capture: Capture, answer: OpenAnswer, form: Form): void {
  // Its page was left meanwhile: the words would arrive unseen, and nothing would store them.
  if (isOpen(answer)) follow(capture, answer, insertAtEnd(answer.editor, capture.text, form))
}

/** Where the mouse let go of it. */
export function dropInto(capture: Capture, answer: OpenAnswer, point: { x: number; y: number }): void {
  if (isOpen(answer)) follow(capture, answer, insertAtPoint(answer.editor, capture.text, point))
}

/** For as long as its page is open: the history, and with it the listener, ends with the page. */
function follow(capture: Capture, { editor, page }: OpenAnswer, step: HistoryStep | null): void {
  // The editor took the change back, and said so.
  if (step === null) return
  const history = historyOf(editor)
  const look = createMark(capture, page, () => history.isDone(step))
  const undo = () => {
    if (history.newest() === step) history.undo()
  }
  const toast = showToast(messages.capturing.inserted, { label: messages.writing.undo, run: undo })
  history.onMove(() => {
    // From here on undo would take back something else.
    if (history.newest() !== step) withdrawAction(toast)
    void look()
  })
  const end = useOpenPage.subscribe(({ opening }, before) => {
    if (opening === before.opening) return
    end()
    withdrawAction(toast)
  })
  void look()
}

/** Makes the mark say what is so; one request at a time. */
function createMark(capture: Capture, page: AnsweredPage, isUsed: () => boolean): () => Promise<void> {
  const before = capture.usedIn ?? null
  let marked = false
  let busy = false
  async function bring(): Promise<void> {
    // The page's event of what is on it now comes in this turn, but later.
    await Promise.resolve()
    while (isUsed() !== marked) {
      const next = !marked
      // Words that are given up were never used.
      if (next && !(await page.stored())) return
      if (isUsed() !== next) continue
      await request('captures.use', { day: dayNow(capture), id: capture.id, entry: next ? page.entry() : before })
      marked = next
    }
  }
  return async () => {
    if (busy) return
    busy = true
    try {
      await bring()
    } catch (error) {
      // Erased meanwhile, it needs no mark.
      if (failureCodeOf(error) !== 'not-found') sayFailure(error)
    }
    busy = false
  }
}

/** It may have been moved since. */
function dayNow({ id, day }: Capture): Day {
  return useJournal.getState().captures.find((row) => row.id === id)?.day ?? day
}
