/** Another recovery code: the one of before opens only backups from before. */
import { type FormEvent, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { showPanel } from '../../state/layoutStore'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { CodeSteps } from './CodeSteps'
import styles from './lockDialogs.module.css'
import { PassphraseField } from './PassphraseField'
import { useAttempt } from './useAttempt'

const words = messages.locking

export function RecoveryCodeDialog() {
  const [code, setCode] = useState<string | null>(null)
  const keep = async (typed: string) => {
    await request('lock.keepCode', { code: typed })
    showPanel(null)
    showToast(words.renewDone)
  }
  return (
    <Dialog title={words.renewTitle} isOpen onClose={() => showPanel(null)}>
      {code === null ? <Ask onMade={setCode} /> : <CodeSteps code={code} action={words.done} onTyped={keep} />}
    </Dialog>
  )
}

function Ask({ onMade }: { readonly onMade: (code: string) => void }) {
  const [passphrase, setPassphrase] = useState('')
  const { failure, attempt } = useAttempt()
  const make = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== '') attempt(async () => onMade((await request('lock.newCode', { passphrase })).code))
  }
  return (
    <form noValidate className={styles.form} onSubmit={make}>
      <p className={styles.explanation}>{words.renewExplanation}</p>
      <PassphraseField value={passphrase} onChange={setPassphrase} error={failure} />
      <div className={styles.actions}>
        <Button kind="primary" type="submit">
          {words.next}
        </Button>
      </div>
    </form>
  )
}
