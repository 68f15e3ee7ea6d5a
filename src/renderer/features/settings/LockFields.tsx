/** The lock among the settings: whether there is one, and what can be done with it. */
import { useEffect, useState } from 'react'
import type { LockState } from '#shared/contract/encryption'
import { defaultLockMinutes, lockMinutes } from '#shared/domain/encryption/lock'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { lockFailure } from '../../state/journal/lockFailure'
import { useSetting } from '../../state/journal/useSetting'
import { showPanel } from '../../state/layout/layoutStore'
import { lockNow } from '../../state/layout/lockNow'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { KeychainKey } from './KeychainKey'
import styles from './SettingsDialog.module.css'

const words = messages.locking

export function LockFields() {
  const [state, setState] = useState<LockState | null>(null)
  const [failure, setFailure] = useState('')
  useEffect(() => {
    request('lock.read', undefined).then(setState, (error: unknown) => setFailure(lockFailure(error)))
  }, [])
  return (
    <>
      <p className={styles.hint}>{state === null ? '' : state.isOn ? words.on : words.off}</p>
      {state?.isOn === true && <After />}
      <div className={styles.actions}>
        {state?.isOn === false && <Button onPress={() => showPanel('turnLockOn')}>{words.turnOn}</Button>}
        {state?.isOn === true && (
          <>
            <Button onPress={() => void lockNow().catch((error: unknown) => setFailure(lockFailure(error)))}>
              {words.lockNow}
            </Button>
            <Button onPress={() => showPanel('passphrase')}>{words.change}</Button>
            <Button onPress={() => showPanel('recoveryCode')}>{words.renew}</Button>
            <Button onPress={() => showPanel('turnLockOff')}>{words.turnOff}</Button>
          </>
        )}
      </div>
      <p role="status" className={styles.failure}>
        {failure}
      </p>
      {state?.isOn === true && <KeychainKey isKept={state.isKept} />}
    </>
  )
}

const never = 'never'

function After() {
  const locale = useJournal((journal) => journal.locale)
  const { value, change, error } = useSetting('lockAfter')
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' })
  return (
    <Select
      label={words.after}
      hint={words.afterHint}
      choices={[
        ...lockMinutes.map((count) => ({ id: String(count), label: words.afterMinutes(minutes.format(count)) })),
        { id: never, label: words.afterNever },
      ]}
      value={value === null ? never : String(value ?? defaultLockMinutes)}
      onChange={(id) => change(id === never ? null : Number(id))}
      error={error}
    />
  )
}
