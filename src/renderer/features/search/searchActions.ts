/** Stars and exports all that the present search finds. What is being typed is stored first, and is found with the rest. */

import type { Starred } from '#shared/contract/entries'
import type { ExportSummary } from '#shared/contract/exports'
import type { SearchRequest } from '#shared/contract/search'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { saveOpenPage } from '../../state/draft/autosaveWatch'
import { useJournal } from '../../state/journal/journalStore'
import { useRail } from '../../state/layout/railStore'
import { sayFailure } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'

const words = messages.results

export async function starFound(starred: boolean): Promise<void> {
  await saveOpenPage()
  const done = await request('search.star', { search: presentSearch(), starred })
  const undo = {
    label: messages.writing.undo,
    run: () => void takeBack(done, !starred).catch(sayFailure),
  }
  showToast(outcome(done, starred), done.changed.length > 0 ? undo : null)
}

async function takeBack({ changed }: Starred, starred: boolean): Promise<void> {
  const back = await request('entries.star', { ids: [...changed], starred })
  showToast(back.failed > 0 ? failed(back) : words.starsBack)
}

function outcome(done: Starred, starred: boolean): string {
  const { length } = done.changed
  const changed = length > 0 && (starred ? words.starred : words.unstarred)(entries(length))
  return [changed, done.failed > 0 && failed(done)].filter(Boolean).join(' ') || words.starsUnchanged
}

function failed({ failed: count, code }: Starred): string {
  return words.notStarred(entries(count), messages.failures[code ?? 'unexpected'])
}

export async function exportFound(): Promise<void> {
  await saveOpenPage()
  const summary = await request('search.export', presentSearch())
  if (summary.folder !== null) showToast(exportInWords(summary))
}

function exportInWords({ written, unchanged, earlier, failed: notWritten, stopped }: ExportSummary): string {
  const count = (files: number) => messages.counted.files(files, inWords(files))
  const reasons = stopped?.at === 'journal' ? messages.failures : messages.exportFailures
  const said = [
    written > 0 && messages.settings.exported(count(written)),
    unchanged > 0 && words.alreadyThere(count(unchanged)),
    earlier > 0 && messages.exportNotes.earlier(earlier, inWords(earlier)),
    notWritten.length > 0 && words.notExported(count(notWritten.length)),
    stopped !== null && messages.settings.exportStopped(reasons[stopped.code]),
  ]
  return said.filter(Boolean).join(' ')
}

function presentSearch(): SearchRequest {
  const { query, filter } = useRail.getState()
  return { query, ...filter }
}

function entries(count: number): string {
  return messages.counted.entries(count, inWords(count))
}

function inWords(count: number): string {
  return numberInWords(count, useJournal.getState().locale)
}
