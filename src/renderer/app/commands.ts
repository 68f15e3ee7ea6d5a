/** What each command does in the page. The menu, the keys and the buttons all come through here. */
import { flushSync } from 'react-dom'
import { type CommandId, commandOf } from '#shared/contract/commands'
import { messages } from '#shared/messages/messages'
import { copyAsMarkdown, exportEntry, openHistory } from '../features/page/pageActions'
import { request } from '../state/bridge'
import { useJournal } from '../state/journal/journalStore'
import { focusSearch } from '../state/layout/focusSearch'
import { showPanel, showView, useLayout } from '../state/layout/layoutStore'
import { lockNow } from '../state/layout/lockNow'
import { openNew, openToday, useOpenPage } from '../state/layout/openPageStore'
import { sayFailure } from '../state/sayFailure'
import { showToast } from '../state/toastStore'
import { isRailShown } from './useRailShown'

const actions: Record<CommandId, () => Promise<void> | void> = {
  newEntry: () => openNew('blank'),
  today: openToday,
  async capture() {
    await request('captures.open', undefined)
  },
  search() {
    // At once, so that the next key is already the search field's.
    flushSync(() => useLayout.setState({ rail: true, focusMode: false }))
    return focusSearch()
  },
  palette() {
    // At once, so that the next key is already its field's.
    flushSync(() => showPanel('palette'))
  },
  overview: () => showView(useLayout.getState().view === 'overview' ? 'page' : 'overview'),
  toggleRail: () => useLayout.setState({ rail: !isRailShown(), focusMode: false }),
  focusMode: () => useLayout.setState(({ focusMode }) => ({ focusMode: !focusMode, view: 'page' })),
  settings: () => showPanel('settings'),
  trash: () => showPanel('trash'),
  history: () => onPage(openHistory),
  health: () => showPanel('health'),
  copyMarkdown: () => onPage(copyAsMarkdown),
  exportEntry: () => onPage(exportEntry),
  exportPeriod: () => showPanel('export'),
  reminders: () => showPanel('reminders'),
  async backUp() {
    await request('backups.make', undefined)
    showToast(messages.backingUp.made)
  },
  lockNow,
  keys: () => showPanel('keys'),
  about: () => showPanel('about'),
}

/** Where a command is of use; absent for everywhere. */
const conditions: Partial<Record<CommandId, () => boolean>> = {
  palette: () => useLayout.getState().panel !== 'palette',
  history: isPageStored,
  copyMarkdown: isPageStored,
  exportEntry: isPageStored,
}

function isPageStored(): boolean {
  const id = useOpenPage.getState().page?.entry.id
  return useJournal.getState().rows.some((row) => row.id === id)
}

/** Whether there is anything to do for it now. */
export function isUseful(id: CommandId): boolean {
  return conditions[id]?.() ?? true
}

/** What is done with the page is done in its sight. */
function onPage(act: () => Promise<void>): Promise<void> {
  showView('page')
  return act()
}

/** Runs a command; a failure is shown as a toast. */
export function runCommand(id: CommandId): void {
  // Of a locked journal there is nothing to do anything with; a thought is caught all the same.
  if (useJournal.getState().trouble === 'locked' && !commandOf[id].isForLocked) return
  void Promise.resolve(actions[id]()).catch(sayFailure)
}
