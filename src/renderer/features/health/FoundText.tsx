/** The words that are left in a file that was set aside, to be taken along. */
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { sayFailure } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import styles from './HealthDialog.module.css'

const words = messages.health

export function FoundText({ text }: { readonly text: string }) {
  if (text === '') return <p className={styles.more}>{words.noText}</p>
  const copy = () =>
    request('text.copy', { text })
      .then(() => showToast(messages.writing.copied))
      .catch(sayFailure)
  return (
    <section>
      <h3 className={styles.group}>{words.textTitle}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls has to be reachable by keyboard. */}
      <section dir="auto" className={styles.text} tabIndex={0} aria-label={words.textTitle}>
        {text}
      </section>
      <Button onPress={() => void copy()}>{words.copyText}</Button>
    </section>
  )
}
