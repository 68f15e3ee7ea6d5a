/** Of all dialogs the one that a locked journal has: it shows dates of backups, and nothing of what is in them. */
import { lazy, Suspense } from 'react'
import { showPanel, useLayout } from '../state/layout/layoutStore'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { Toasts } from '../ui/Toasts'

const RestoreDialog = lazy(async () => ({ default: (await import('../features/backups/RestoreDialog')).RestoreDialog }))

export function RestoreOnly() {
  const isOpen = useLayout(({ panel }) => panel === 'restore')
  return (
    <>
      <ErrorBoundary onAgain={() => showPanel(null)}>
        <Suspense>{isOpen && <RestoreDialog />}</Suspense>
      </ErrorBoundary>
      <Toasts />
    </>
  )
}
