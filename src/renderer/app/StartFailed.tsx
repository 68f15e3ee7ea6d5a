/** In place of the app when main could not answer its first question. */
import { messages } from '#shared/messages/messages'
import { failureInWords } from '../state/sayFailure'
import { Button } from '../ui/Button'
import styles from '../ui/ErrorBoundary.module.css'

export function StartFailed({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  return (
    <main role="alert" className={styles.failed}>
      <p>{failureInWords(error)}</p>
      <Button onPress={onAgain}>{messages.partFailed.again}</Button>
    </main>
  )
}
