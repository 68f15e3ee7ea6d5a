/** The words of an answer that this version can't show. Nothing here can change it. */
import { messages } from '#shared/messages/messages'
import styles from './answer.module.css'

export function ReadOnlyAnswer({ text }: { readonly text: string }) {
  return (
    <div>
      <p className={styles.readOnlyNote}>{messages.writing.readOnly}</p>
      <div dir="auto" className={styles.readOnly}>
        {text}
      </div>
    </div>
  )
}
