/** What the list says when it has nothing to show: a sentence, and a way on. */
import { Button } from '../Button'
import styles from './Nothing.module.css'

export interface NothingProps {
  readonly sentence: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export function Nothing({ sentence, action }: NothingProps) {
  return (
    <div className={styles.empty}>
      <p role="status">{sentence}</p>
      {action && <Button onPress={action.run}>{action.label}</Button>}
    </div>
  )
}
