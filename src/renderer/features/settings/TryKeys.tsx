/** Waits for the chosen keys to arrive, and says so: a system may take them and never pass them on. */
import { useEffect, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { listen, request } from '../../state/bridge'
import { Button } from '../../ui/Button'
import styles from './SettingsDialog.module.css'

const words = messages.background

/** Milliseconds in which the keys should have arrived. */
const timeoutMs = 10_000

export function TryKeys() {
  const [state, setState] = useState<'idle' | 'waiting' | 'works' | 'silent'>('idle')
  useEffect(() => {
    if (state !== 'waiting') return
    void request('keys.tryOut', { isTrying: true }).catch(() => undefined)
    const end = listen('captureKeysTried', () => setState('works'))
    const timer = setTimeout(() => setState('silent'), timeoutMs)
    return () => {
      end()
      clearTimeout(timer)
      void request('keys.tryOut', { isTrying: false }).catch(() => undefined)
    }
  }, [state])
  return (
    <>
      <Button kind="quiet" onPress={() => setState('waiting')}>
        {words.keysTry}
      </Button>
      <p role="status" className={styles.tried}>
        {state === 'waiting' && words.keysTrying}
        {state === 'works' && words.keysWork}
        {state === 'silent' && (
          <>
            {words.keysSilent} <code>{words.keysCommand}</code>
          </>
        )}
      </p>
    </>
  )
}
