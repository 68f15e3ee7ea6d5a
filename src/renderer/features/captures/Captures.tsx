/** What was caught on the open page's day: in the margin where there is room, else below the answers. */
import { lazy, Suspense, useState } from 'react'
import type { Capture } from '#shared/domain/capture'
import { messages } from '#shared/messages/messages'
import { useCaptures } from '../../state/capturesStore'
import { sayFailure } from '../../state/sayFailure'
import { CapturedThought } from './CapturedThought'
import styles from './Captures.module.css'
import { moveTo, putInto } from './captureActions'
import { useDroppedCaptures } from './useDroppedCaptures'

const DayDialog = lazy(async () => ({ default: (await import('../../ui/DayDialog')).DayDialog }))
const EditDialog = lazy(async () => ({ default: (await import('./EditDialog')).EditDialog }))
const FoldDialog = lazy(async () => ({ default: (await import('./FoldDialog')).FoldDialog }))

const words = messages.capturing

interface Asked {
  readonly what: 'fold' | 'edit' | 'move'
  readonly capture: Capture
}

export function Captures() {
  const captures = useCaptures((state) => state.captures)
  const [asked, setAsked] = useState<Asked | null>(null)
  useDroppedCaptures()
  if (captures.length === 0) return null
  return (
    <aside className={styles.margin} aria-labelledby="captured">
      <h2 id="captured" className={styles.title}>
        {words.title}
      </h2>
      <ul>
        {captures.map((capture) => (
          <CapturedThought key={capture.id} capture={capture} onAsk={(what) => setAsked({ what, capture })} />
        ))}
      </ul>
      <Suspense>{asked && <Dialogs {...asked} onClose={() => setAsked(null)} />}</Suspense>
    </aside>
  )
}

function Dialogs({ what, capture, onClose }: Asked & { readonly onClose: () => void }) {
  if (what === 'edit') return <EditDialog capture={capture} onClose={onClose} />
  if (what === 'fold')
    return (
      <FoldDialog
        capture={capture}
        onClose={onClose}
        onFold={(answer, form) => void putInto(capture, answer, form).catch(sayFailure)}
      />
    )
  return (
    <DayDialog
      title={messages.writing.moveTo}
      explanation={words.moveExplanation}
      day={capture.day}
      onClose={onClose}
      onMove={(day) => void moveTo(capture, day).catch(sayFailure)}
    />
  )
}
