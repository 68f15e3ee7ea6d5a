/** All that is shown of a locked journal: the way in. */
import { type FormEvent, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { restart } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { showPage } from '../../state/layout/openPageStore'
import { Button } from '../../ui/Button'
import styles from './LockScreen.module.css'
import { PassphraseField } from './PassphraseField'
import { RecoverForm } from './RecoverForm'
import { UnlockStatus } from './UnlockStatus'
import { useAttempt } from './useAttempt'
import { useUnlockHere } from './useUnlockHere'

const words = messages.locking.screen

export function LockScreen() {
  const [isRecovering, setRecovering] = useState(false)
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <h1 className={styles.title}>{isRecovering ? words.recoverTitle : words.title}</h1>
        <p className={styles.explanation}>{isRecovering ? words.recoverExplanation : words.explanation}</p>
        {isRecovering ? <RecoverForm onUnlocked={enter} /> : <UnlockForm />}
        <Button kind="quiet" className={styles.other} onPress={() => setRecovering(!isRecovering)}>
          {isRecovering ? words.back : words.forgotten}
        </Button>
        <Button kind="quiet" className={styles.other} onPress={() => showPanel('restore')}>
          {words.restore}
        </Button>
      </div>
    </main>
  )
}

function UnlockForm() {
  const [passphrase, setPassphrase] = useState('')
  const { isBusy, failure, attempt } = useAttempt()
  const here = useUnlockHere(enter)
  const unlock = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === '') return
    attempt(async () => {
      await request('lock.unlock', { passphrase })
      await enter()
    })
  }
  return (
    <form noValidate className={styles.form} onSubmit={unlock}>
      {here.isOther && <p className={styles.explanation}>{words.isOther}</p>}
      <PassphraseField value={passphrase} onChange={setPassphrase} error={failure} />
      <div className={styles.ways}>
        <Button kind="primary" type="submit">
          {isBusy ? words.unlocking : words.unlock}
        </Button>
        {here.isKept && <Button onPress={here.unlock}>{here.isBusy ? words.unlocking : words.here}</Button>}
      </div>
      <UnlockStatus isBusy={isBusy || here.isBusy} failure={here.failure} />
    </form>
  )
}

async function enter(): Promise<void> {
  const { page, trouble } = await restart()
  if (trouble !== 'locked') showPage(page)
}
