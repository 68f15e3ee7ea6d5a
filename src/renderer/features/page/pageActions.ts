/** What can be done with the open entry as a whole. Each first stores what was typed, and says what went wrong. */
import { messages } from '#shared/messages/messages'
import type { Sheet } from '../../state/autosaveSheet'
import { failureCodeOf, request } from '../../state/bridge'
import { openEntry, showPage } from '../../state/openPageStore'
import { showToast } from '../../state/toastStore'

/** Shows a failure as a notice instead of throwing it. */
export function tell(action: Promise<unknown>): void {
  action.catch((error: unknown) => showToast(messages.failed(messages.failures[failureCodeOf(error)])))
}

export async function copyWords(sheet: Sheet): Promise<void> {
  await request('text.copy', { text: sheet.text() })
  showToast(messages.writing.copied)
}

export async function copyAsMarkdown(sheet: Sheet): Promise<void> {
  if (!(await sheet.autosave.flush())) return
  await request('exports.copyEntry', { id: sheet.store.getState().id })
  showToast(messages.writing.copied)
}

export async function exportEntry(sheet: Sheet): Promise<void> {
  if (!(await sheet.autosave.flush())) return
  const summary = await request('exports.saveEntry', { id: sheet.store.getState().id })
  if (summary.folder === null) return
  const failed = summary.stopped ?? summary.failed[0]
  const count = messages.counted.entries(1, '1')
  if (failed) showToast(messages.failed(messages.exportFailures[failed.code]))
  else showToast(summary.written > 0 ? messages.settings.exported(count) : messages.settings.exportedUnchanged(count))
}

export async function moveToTrash(sheet: Sheet): Promise<void> {
  // What was typed goes with it, so that it comes back with it.
  if (!(await sheet.autosave.flush())) return
  const { revision, id } = sheet.store.getState()
  if (revision > 0) {
    await request('entries.discard', { id })
    showToast(messages.writing.movedToTrash, { label: messages.writing.undo, run: () => tell(bringBack(id)) })
  }
  sheet.autosave.stop()
  showPage(await request('entries.today', undefined))
}

async function bringBack(id: string): Promise<void> {
  await request('trash.restore', { id })
  await openEntry(id)
}
