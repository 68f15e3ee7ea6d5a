/** Whether this computer's keychain has a copy of the key, and what can be done about it. */
import { useEffect, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { lockFailure } from '../../state/journal/lockFailure'
import { showPanel } from '../../state/layout/layoutStore'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import styles from './SettingsDialog.module.css'

const words = messages.locking

export function KeychainKey({ isKept: wasKept }: { readonly isKept: boolean }) {
  const [isKept, setKept] = useState(wasKept)
  /** Null until the keychain has answered. */
  const [canKeep, setCanKeep] = useState<boolean | null>(null)
  const [failure, setFailure] = useState('')
  useEffect(() => {
    request('lock.canKeepKey', undefined).then(setCanKeep, () => setCanKeep(false))
  }, [])
  const forget = () =>
    void request('lock.forgetKey', undefined).then(
      () => {
        setKept(false)
        showToast(words.forgetDone)
      },
      (error: unknown) => setFailure(lockFailure(error)),
    )
  return (
    <>
      {isKept && <p className={styles.hint}>{words.kept}</p>}
      {!isKept && canKeep === false && <p className={styles.hint}>{words.keepImpossible}</p>}
      {(isKept || canKeep === true) && (
        <div className={styles.actions}>
          {/* One button for both, which keeps the focus when it was pressed. */}
          <Button onPress={isKept ? forget : () => showPanel('keepKey')}>
            {isKept ? words.forgetKey : words.keepKey}
          </Button>
        </div>
      )}
      <p role="status" className={styles.failure}>
        {failure}
      </p>
    </>
  )
}
