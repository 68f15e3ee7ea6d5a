/** The whole page: the rail, the open entry, and what floats above them. */
import { lazy, Suspense, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Captures } from '../features/captures/Captures'
import { Notices } from '../features/notices/Notices'
import { Page } from '../features/page/Page'
import { Unsaved } from '../features/page/Unsaved'
import { ReminderNotices } from '../features/reminders/ReminderNotices'
import { useJournal } from '../state/journalStore'
import { showPanel, showView, useLayout } from '../state/layoutStore'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { Toasts } from '../ui/Toasts'
import styles from './App.module.css'
import { Panels } from './Panels'
import { RailColumn } from './RailColumn'
import { TopBar } from './TopBar'
import { useCommands } from './useCommands'
import { useRefusedDrops } from './useRefusedDrops'
import { useViewFocus } from './useViewFocus'

const Overview = lazy(async () => ({ default: (await import('../features/overview/Overview')).Overview }))

export function App() {
  const locale = useJournal((journal) => journal.locale)
  const textSize = useJournal((journal) => journal.settings.textSize)
  const view = useLayout((layout) => layout.view)
  useCommands()
  useViewFocus()
  useRefusedDrops()
  useEffect(() => {
    document.documentElement.dataset.textSize = textSize
  }, [textSize])
  return (
    <I18nProvider locale={locale}>
      <div className={styles.app}>
        <ErrorBoundary>
          <RailColumn />
        </ErrorBoundary>
        <div className={styles.main}>
          <TopBar />
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
      </ErrorBoundary>
      <Toasts />
    </I18nProvider>
  )
}
