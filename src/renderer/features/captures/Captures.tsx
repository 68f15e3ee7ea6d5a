/** What was caught on the open page's day: in the margin where there is room, else below the answers. */

import type { Capture } from '#shared/domain/capture'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useCaptures } from '../../state/capturesStore'
import { sayFailure } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'
import { CapturedThought } from './CapturedThought'
import styles from './Captures.module.css'

const words = messages.capturing

export function Captures() {
  const captures = useCaptures((state) => state.captures)
  if (captures.length === 0) return null
  return (
    <aside className={styles.margin} aria-labelledby="captured">
      <h2 id="captured" className={styles.title}>
        {words.title}
      </h2>
      <ul>
        {captures.map((capture) => (
          <CapturedThought
            key={capture.id}
            capture={capture}
            onDiscard={() => void discard(capture).catch(sayFailure)}
          />
        ))}
      </ul>
    </aside>
  )
}

async function discard({ day, id }: Capture): Promise<void> {
  await request('captures.discard', { day, id })
  showToast(words.discarded, {
    label: messages.writing.undo,
    run: () => void request('captures.restore', { day, id }).catch(sayFailure),
  })
}
