/** What can be done with a capture. Each is on the disk when it resolves. */
import { HISTORIC_TAG, type LexicalEditor, UNDO_COMMAND } from 'lexical'
import type { Capture } from '#shared/domain/capture'
import type { Day } from '#shared/domain/day'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import type { OpenAnswer } from '../../editor/openAnswers'
import { type Form, holds, putIn } from '../../editor/putIn'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journalStore'
import { useOpenPage } from '../../state/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'

const words = messages.capturing

export async function discard({ day, id }: Capture): Promise<void> {
  await request('captures.discard', { day, id })
  showToast(words.discarded, {
    label: messages.writing.undo,
    run: () => void request('captures.restore', { day, id }).catch(sayFailure),
  })
}

export async function moveTo({ day, id }: Capture, to: Day): Promise<void> {
  await request('captures.move', { day, id, to })
  const { today, locale } = useJournal.getState()
  showToast(messages.writing.movedTo(dayInWords(to, today, locale)), {
    label: messages.writing.undo,
    run: () => void request('captures.move', { day: to, id, to: day }).catch(sayFailure),
  })
}

export async function markUnused({ day, id }: Capture): Promise<void> {
  await request('captures.use', { day, id, entry: null })
}

export async function putInto(capture: Capture, { editor }: OpenAnswer, form: Form): Promise<void> {
  putIn(editor, capture.text, form)
  await wasPutInto(capture, editor)
}

/** Its words are in the answer: it is marked, and the mark goes and comes with undo and redo. */
export async function wasPutInto({ day, id, text }: Capture, editor: LexicalEditor): Promise<void> {
  const entry = useOpenPage.getState().page?.entry.id
  if (entry === undefined) return
  const mark = (used: boolean) => request('captures.use', { day, id, entry: used ? entry : null })
  let isMarked = true
  // Until the page is closed, and its editors with it.
  editor.registerUpdateListener(({ tags }) => {
    if (!tags.has(HISTORIC_TAG) || holds(editor, text) === isMarked) return
    isMarked = !isMarked
    void mark(isMarked).catch(sayFailure)
  })
  await mark(true)
  showToast(words.putIn, {
    label: messages.writing.undo,
    run: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
  })
}
