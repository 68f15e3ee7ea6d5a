/** All that is shown of a locked journal: the way in. */
import { type FormEvent, useEffect, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { restart } from '../../state/journalStore'
import { showPage } from '../../state/openPageStore'
import { Button } from '../../ui/Button'
import styles from './LockScreen.module.css'
import { PassphraseField } from './PassphraseField'
import { RecoverForm } from './RecoverForm'
import { useAttempt } from './useAttempt'

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
      </div>
    </main>
  )
}

function UnlockForm() {
  const [passphrase, setPassphrase] = useState('')
  const { isBusy, failure, attempt } = useAttempt()
  const { isKept, lookAgain } = useKeptKey()
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
      <PassphraseField value={passphrase} onChange={setPassphrase} error={failure} />
      <div className={styles.ways}>
        <Button kind="primary" type="submit">
          {isBusy ? words.unlocking : words.unlock}
        </Button>
        {isKept && <Button onPress={() => attempt(() => unlockHere().finally(lookAgain))}>{words.here}</Button>}
      </div>
    </form>
  )
}

async function unlockHere(): Promise<void> {
  await request('lock.unlockHere', undefined)
  await enter()
}

/** Whether this computer has a copy of the key. */
function useKeptKey() {
  const [isKept, setKept] = useState(false)
  const lookAgain = () =>
    void request('lock.read', undefined).then(
      ({ kept }) => setKept(kept === 'kept'),
      () => setKept(false),
    )
  useEffect(lookAgain, [])
  return { isKept, lookAgain }
}

async function enter(): Promise<void> {
  const { page, trouble } = await restart()
  if (trouble !== 'locked') showPage(page)
}
