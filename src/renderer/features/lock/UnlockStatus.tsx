/** What becomes of an unlocking: how far it has come, where all files are brought into their newer form, or why it failed. */
import { useLockProgress } from '../../state/journal/lockProgress'
import styles from './LockScreen.module.css'

export function UnlockStatus({ isBusy, failure }: { readonly isBusy: boolean; readonly failure?: string | undefined }) {
  const progress = useLockProgress()
  return (
    <p role="status" className={isBusy ? styles.progress : styles.said}>
      {isBusy ? progress : failure}
    </p>
  )
}
