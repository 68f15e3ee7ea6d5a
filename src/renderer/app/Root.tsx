/** What the window shows: the app, or of a locked journal only the way in. */
import { lazy, Suspense, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useJournal } from '../state/journal/journalStore'
import { App } from './App'

const RestoreOnly = lazy(async () => ({ default: (await import('./RestoreOnly')).RestoreOnly }))
const LockScreen = lazy(async () => ({ default: (await import('../features/lock/LockScreen')).LockScreen }))

export function Root() {
  const locale = useJournal((journal) => journal.locale)
  const textSize = useJournal((journal) => journal.settings.textSize)
  const isLocked = useJournal((journal) => journal.trouble === 'locked')
  useEffect(() => {
    document.documentElement.dataset.textSize = textSize
  }, [textSize])
  return (
    <I18nProvider locale={locale}>
      {isLocked ? (
        <Suspense>
          <LockScreen />
          <RestoreOnly />
        </Suspense>
      ) : (
        <App />
      )}
    </I18nProvider>
  )
}
