/** The one dialog that is open; its code is loaded when it is first asked for. */
import { lazy, Suspense } from 'react'
import { useLayout } from '../state/layout/layoutStore'

const SettingsDialog = lazy(async () => ({
  default: (await import('../features/settings/SettingsDialog')).SettingsDialog,
}))
const RemindersDialog = lazy(async () => ({
  default: (await import('../features/reminders/RemindersDialog')).RemindersDialog,
}))
const TrashDialog = lazy(async () => ({ default: (await import('../features/trash/TrashDialog')).TrashDialog }))
const ExportDialog = lazy(async () => ({ default: (await import('../features/exports/ExportDialog')).ExportDialog }))
const KeysDialog = lazy(async () => ({ default: (await import('../features/keys/KeysDialog')).KeysDialog }))
const AboutDialog = lazy(async () => ({ default: (await import('../features/about/AboutDialog')).AboutDialog }))
const CopiesDialog = lazy(async () => ({ default: (await import('../features/copies/CopiesDialog')).CopiesDialog }))
const HistoryDialog = lazy(async () => ({ default: (await import('../features/history/HistoryDialog')).HistoryDialog }))
const HealthDialog = lazy(async () => ({ default: (await import('../features/health/HealthDialog')).HealthDialog }))
const RestoreDialog = lazy(async () => ({ default: (await import('../features/backups/RestoreDialog')).RestoreDialog }))
const TurnOnDialog = lazy(async () => ({ default: (await import('../features/lock/TurnOnDialog')).TurnOnDialog }))
const KeepKeyDialog = lazy(async () => ({ default: (await import('../features/lock/KeepKeyDialog')).KeepKeyDialog }))
const TurnOffDialog = lazy(async () => ({ default: (await import('../features/lock/TurnOffDialog')).TurnOffDialog }))
const PassphraseDialog = lazy(async () => ({
  default: (await import('../features/lock/PassphraseDialog')).PassphraseDialog,
}))
const RecoveryCodeDialog = lazy(async () => ({
  default: (await import('../features/lock/RecoveryCodeDialog')).RecoveryCodeDialog,
}))
const FormerLockDialog = lazy(async () => ({
  default: (await import('../features/lock/FormerLockDialog')).FormerLockDialog,
}))

export function Panels() {
  const { panel, about } = useLayout()
  return (
    <Suspense>
      {panel === 'settings' && <SettingsDialog />}
      {panel === 'reminders' && <RemindersDialog />}
      {panel === 'trash' && <TrashDialog />}
      {panel === 'export' && <ExportDialog />}
      {panel === 'keys' && <KeysDialog />}
      {panel === 'about' && <AboutDialog />}
      {panel === 'restore' && <RestoreDialog />}
      {panel === 'copies' && <CopiesDialog />}
      {panel === 'history' && about !== null && <HistoryDialog id={about} />}
      {panel === 'health' && <HealthDialog />}
      {panel === 'turnLockOn' && <TurnOnDialog />}
      {panel === 'turnLockOff' && <TurnOffDialog />}
      {panel === 'keepKey' && <KeepKeyDialog />}
      {panel === 'passphrase' && <PassphraseDialog />}
      {panel === 'recoveryCode' && <RecoveryCodeDialog />}
      {panel === 'formerLock' && <FormerLockDialog />}
    </Suspense>
  )
}
