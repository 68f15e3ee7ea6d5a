/** Exports one entry and says how it went. */
import { messages } from '#shared/messages/messages'
import { request } from '../state/bridge'
import { showToast } from '../state/toastStore'

export async function exportOpenEntry(id: string): Promise<void> {
  const { folder, written, unchanged, failed, stopped } = await request('exports.saveEntry', { id })
  if (folder === null) return
  const first = stopped ?? failed[0]
  const { exported, exportedUnchanged } = messages.settings
  if (first) showToast(messages.failed(messages.exportFailures[first.code]))
  else if (written > 0) showToast(exported(messages.counted.entries(written, String(written))))
  else if (unchanged > 0) showToast(exportedUnchanged(messages.counted.entries(unchanged, String(unchanged))))
}
