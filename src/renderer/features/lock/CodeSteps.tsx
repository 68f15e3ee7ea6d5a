/** A new recovery code: shown once, then typed back before it counts. */
import { type FormEvent, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import styles from './lockDialogs.module.css'
import { RecoveryCodeField } from './RecoveryCodeField'
import { useAttempt } from './useAttempt'

const words = messages.locking

export interface CodeStepsProps {
  readonly code: string
  /** Of the step that makes it count. */
  readonly action: string
  /** Gets the code as it was typed; throws when it is another. */
  readonly onTyped: (code: string) => Promise<void>
  /** What is said while that is under way. */
  readonly progress?: string | undefined
}

export function CodeSteps({ code, action, onTyped, progress }: CodeStepsProps) {
  const [isShown, setShown] = useState(true)
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  const { isBusy, failure, attempt } = useAttempt()
  const copy = () => void request('text.copy', { text: code }).then(() => setSaid(words.copied), sayFailure)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') attempt(() => onTyped(typed))
  }
  if (isShown)
    return (
      <>
        <h3 className={styles.title}>{words.codeTitle}</h3>
        <p className={styles.explanation}>{words.codeExplanation}</p>
        <p className={styles.code} data-testid="recovery-code">
          {code}
        </p>
        <p role="status" className={styles.said}>
          {said}
        </p>
        <div className={styles.actions}>
          <Button onPress={copy}>{words.copy}</Button>
          <Button kind="primary" onPress={() => setShown(false)}>
            {words.next}
          </Button>
        </div>
      </>
    )
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <h3 className={styles.title}>{words.typeTitle}</h3>
      <p className={styles.explanation}>{words.typeExplanation}</p>
      <RecoveryCodeField value={typed} onChange={setTyped} error={failure} />
      <p role="status" className={styles.said}>
        {isBusy ? (progress ?? words.preparing) : ''}
      </p>
      <div className={styles.actions}>
        <Button onPress={() => setShown(true)} isDisabled={isBusy}>
          {words.showCode}
        </Button>
        <Button kind="primary" type="submit">
          {action}
        </Button>
      </div>
    </form>
  )
}
