/** What each command does. The menu, the keys and the buttons all come through here. */
import { flushSync } from 'react-dom'
import type { CommandId } from '#shared/contract/commands'
import { messages } from '#shared/messages/messages'
import { saveOpenPage } from '../state/autosaveWatch'
import { failureCodeOf, request } from '../state/bridge'
import { useJournal } from '../state/journalStore'
import { showPanel, useLayout } from '../state/layoutStore'
import { openNew, openToday, useOpenPage } from '../state/openPageStore'
import { showToast } from '../state/toastStore'
import { exportOpenEntry } from './exportOpenEntry'
import { isRailShown } from './useRailShown'

const commands: Record<CommandId, () => Promise<void> | void> = {
  newEntry: () => openNew('blank'),
  today: openToday,
  search() {
    // At once, so that the next key is already the search field's.
    flushSync(() => useLayout.setState({ rail: true, focusMode: false }))
    document.querySelector<HTMLInputElement>('[type="search"]')?.focus()
  },
  toggleRail: () => useLayout.setState({ rail: !isRailShown(), focusMode: false }),
  focusMode: () => useLayout.setState(({ focusMode }) => ({ focusMode: !focusMode })),
  settings: () => showPanel('settings'),
  trash: () => showPanel('trash'),
  async copyMarkdown() {
    const id = await storedEntry()
    if (id === null) return
    await request('exports.copyEntry', { id })
    showToast(messages.writing.copied)
  },
  async exportEntry() {
    const id = await storedEntry()
    if (id !== null) await exportOpenEntry(id)
  },
  exportPeriod: () => showPanel('export'),
  about: () => showPanel('about'),
}

/** Runs a command; a failure is shown as a toast. */
export function runCommand(id: CommandId): void {
  void Promise.resolve(commands[id]()).catch((error: unknown) => {
    showToast(messages.failed(messages.failures[failureCodeOf(error)]))
  })
}

/** The open entry once its last words are on disk; null when they can't be, which the page shows, or when there are none. */
async function storedEntry(): Promise<string | null> {
  const id = useOpenPage.getState().page?.entry.id
  if (id === undefined || !(await saveOpenPage())) return null
  if (useJournal.getState().rows.some((row) => row.id === id)) return id
  showToast(messages.writing.nothingYet)
  return null
}
