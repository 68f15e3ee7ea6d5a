/** What can be done with the open entry as a whole. Each first stores what was typed. */

import type { OpenPage } from '#shared/contract/entries'
import { defaultTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { saveOpenPage } from '../../state/draft/autosaveWatch'
import type { EntryDraft } from '../../state/draft/entryDraft'
import { useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { mayLeave, openEntry, showPage, useOpenPage } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'

export async function copyAsMarkdown(): Promise<void> {
  const id = await storedEntry()
  if (id === null) return
  await request('exports.copyEntry', { id })
  showToast(messages.writing.copied)
}

/** What was typed is the newest there is, so it is stored first. */
export async function openHistory(): Promise<void> {
  const id = await storedEntry()
  if (id !== null) showPanel('history', id)
}

export async function exportEntry(): Promise<void> {
  const id = await storedEntry()
  if (id === null) return
  const { folder, written, earlier, failed, stopped } = await request('exports.saveEntry', { id })
  if (folder === null) return
  const problem = stopped ?? failed[0]
  const { exported, exportedUnchanged } = messages.settings
  const one = messages.counted.files(1, '1')
  if (problem) showToast(messages.failed(messages.exportFailures[problem.code]))
  else {
    const note =
      earlier > 0 && messages.exportNotes.earlier(earlier, numberInWords(earlier, useJournal.getState().locale))
    showToast([written > 0 ? exported(one) : exportedUnchanged(one), note].filter(Boolean).join(' '))
  }
}

/** The open entry once its last words are on disk; null when they can't be, which the page shows, or when there are none. */
async function storedEntry(): Promise<string | null> {
  const id = useOpenPage.getState().page?.entry.id
  if (id === undefined || !(await saveOpenPage())) return null
  if (useJournal.getState().rows.some((row) => row.id === id)) return id
  showToast(messages.writing.nothingYet)
  return null
}

export async function moveToTrash(entryDraft: EntryDraft): Promise<void> {
  // What was typed goes with it, so that it comes back with it.
  if (!(await mayLeave())) return
  const { id } = entryDraft.store.getState()
  // Before the entry goes: without a page to show in its place it stays.
  const next = await nextAfter(id)
  await request('entries.discard', { id })
  entryDraft.autosave.stop()
  showPage(next)
  showToast(messages.writing.movedToTrash, {
    label: messages.writing.undo,
    run: () => void bringBack(id).catch(sayFailure),
  })
}

/** Another page of today that is written, else a new one. */
function nextAfter(id: string): Promise<OpenPage> {
  const { rows, today } = useJournal.getState()
  const other = rows.find((row) => row.day === today && row.id !== id)
  if (other) return request('entries.read', { id: other.id })
  return request('entries.draft', { template: defaultTemplate.id, day: null })
}

async function bringBack(id: string): Promise<void> {
  await request('trash.restore', { id })
  await openEntry(id)
}
