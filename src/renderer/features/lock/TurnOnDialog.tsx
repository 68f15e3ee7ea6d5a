/** Turns the lock on: a passphrase, the recovery code typed back, then the journal is sealed. */
import { type FormEvent, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { useLockProgress } from '../../state/journal/lockProgress'
import { showPanel } from '../../state/layout/layoutStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { CodeSteps } from './CodeSteps'
import styles from './lockDialogs.module.css'
import { noPassphrase, PassphraseFields, passphraseOf } from './PassphraseFields'
import { useAttempt } from './useAttempt'

const words = messages.locking

export function TurnOnDialog() {
  const [code, setCode] = useState<string | null>(null)
  const [left, setLeft] = useState<number | null>(null)
  const progress = useLockProgress()
  const turnOn = async (typed: string) => setLeft((await request('lock.turnOn', { code: typed })).left)
  return (
    <Dialog title={words.onTitle} isOpen onClose={() => showPanel(null)}>
      {left !== null ? (
        <Done left={left} />
      ) : code === null ? (
        <Choose onChosen={setCode} />
      ) : (
        <CodeSteps code={code} action={words.seal} onTyped={turnOn} progress={progress} />
      )}
    </Dialog>
  )
}

function Choose({ onChosen }: { readonly onChosen: (code: string) => void }) {
  const [typed, setTyped] = useState(noPassphrase)
  const { isBusy, failure, attempt } = useAttempt()
  const go = (event: FormEvent) => {
    event.preventDefault()
    const passphrase = passphraseOf(typed)
    if (passphrase !== null) attempt(async () => onChosen((await request('lock.prepare', { passphrase })).code))
  }
  return (
    <form noValidate className={styles.form} onSubmit={go}>
      <p className={styles.explanation}>{words.onExplanation}</p>
      <PassphraseFields value={typed} onChange={setTyped} autoFocus />
      <p role="status" className={styles.said}>
        {failure ?? (isBusy ? words.preparing : '')}
      </p>
      <div className={styles.actions}>
        <Button kind="primary" type="submit" isDisabled={passphraseOf(typed) === null}>
          {words.next}
        </Button>
      </div>
    </form>
  )
}

function Done({ left }: { readonly left: number }) {
  const locale = useJournal((journal) => journal.locale)
  const number = new Intl.NumberFormat(locale).format(left)
  return (
    <>
      <p className={styles.title} role="status">
        {words.onDone}
      </p>
      <p className={styles.explanation}>{words.onDoneExplanation}</p>
      {left > 0 && <p className={styles.explanation}>{words.left(messages.counted.files(left, number))}</p>}
      <div className={styles.actions}>
        {/* Else the focus would be where the last step was. */}
        <Button kind="primary" autoFocus onPress={() => showPanel(null)}>
          {words.done}
        </Button>
      </div>
    </>
  )
}
