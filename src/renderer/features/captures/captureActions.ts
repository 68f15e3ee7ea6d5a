/** What can be done with a capture. Each is on the disk when it resolves. */
import type { Capture } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
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
