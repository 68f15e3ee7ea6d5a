/** The whole page: the open entry at once, then the rail and what stands and floats around them. */
import { lazy, Suspense, useEffect } from 'react'
import type { CommandId } from '#shared/contract/commands'
import { Page } from '../features/page/Page'
import { Unsaved } from '../features/unsaved/Unsaved'
import { commandKeysNow } from '../state/journal/commandKeysStore'
import { showPanel, showView, useLayout } from '../state/layout/layoutStore'
import { markPageReady } from '../state/layout/pageReady'
import { searchFor } from '../state/layout/searchFor'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { later } from '../ui/later'
import styles from './App.module.css'
import { isUseful, runCommand } from './commands'
import { Panels } from './Panels'
import { RailColumn } from './RailColumn'
import { useCommands } from './useCommands'
import { useRefusedDrops } from './useRefusedDrops'
import { useViewFocus } from './useViewFocus'

const BarTools = later(async () => (await import('./BarTools')).BarTools)
const Captures = later(async () => (await import('../features/captures/Captures')).Captures)
const Notices = later(async () => (await import('../features/notices/Notices')).Notices)
const ReminderNotices = later(async () => (await import('../features/reminders/ReminderNotices')).ReminderNotices)
const Palette = later(async () => (await import('../features/palette/Palette')).Palette)
const Toasts = later(async () => (await import('../ui/Toasts')).Toasts)
const Overview = lazy(async () => ({ default: (await import('../features/overview/Overview')).Overview }))

const keysOf = (id: CommandId) => commandKeysNow().of.get(id)

export function App() {
  const view = useLayout((layout) => layout.view)
  useCommands()
  useViewFocus()
  useRefusedDrops()
  // After the effects of the page itself: its caret is there, or it failed.
  useEffect(markPageReady, [])
  return (
    <>
      <div className={styles.app}>
        <ErrorBoundary>
          <RailColumn />
        </ErrorBoundary>
        <div className={styles.main}>
          <header className={styles.bar}>
            <BarTools />
          </header>
          <Notices />
          <ErrorBoundary>
            <ReminderNotices />
          </ErrorBoundary>
          {view === 'overview' && (
            <main className={styles.page}>
              <ErrorBoundary onAgain={() => showView('page')}>
                <Suspense>
                  <Overview />
                </Suspense>
              </ErrorBoundary>
            </main>
          )}
          {/* Hidden and not taken away: what is being written stays as it is. */}
          <main className={styles.page} id="page" hidden={view !== 'page'}>
            <ErrorBoundary>
              <Page />
            </ErrorBoundary>
            <ErrorBoundary>
              <Captures />
            </ErrorBoundary>
          </main>
          <Unsaved />
        </div>
      </div>
      <ErrorBoundary onAgain={() => showPanel(null)}>
        <Panels />
        <Palette run={runCommand} isUseful={isUseful} keysOf={keysOf} searchFor={searchFor} />
      </ErrorBoundary>
      <Toasts />
    </>
  )
}
