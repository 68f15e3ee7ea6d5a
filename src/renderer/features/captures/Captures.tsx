/** What was caught on the open page's day: in the margin where there is room, else below the answers. */
import { lazy, Suspense, useState } from 'react'
import type { Capture } from '#shared/domain/capture/capture'
import { messages } from '#shared/messages/messages'
import { useCaptures } from '../../state/journal/capturesStore'
import { useOpenPage } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { CapturedThought } from './CapturedThought'
import styles from './Captures.module.css'
import { moveTo } from './captureActions'
import { useDroppedCaptures } from './useDroppedCaptures'

const DayDialog = lazy(async () => ({ default: (await import('../../ui/DayDialog')).DayDialog }))
const EditDialog = lazy(async () => ({ default: (await import('./EditDialog')).EditDialog }))
const InsertDialog = lazy(async () => ({ default: (await import('./InsertDialog')).InsertDialog }))

const words = messages.capturing

interface Asked {
  readonly what: 'insert' | 'edit' | 'move'
  readonly capture: Capture
  /** Of the page beside which it was asked. */
  readonly opening: number
}

export function Captures() {
  const captures = useCaptures((state) => state.captures)
  const opening = useOpenPage((open) => open.opening)
  const [asked, setAsked] = useState<Asked | null>(null)
  useDroppedCaptures()
  // The answers of another page are not those that were offered. Other words and another day are still good.
  const shown = asked?.what === 'insert' && asked.opening !== opening ? null : asked
  return (
    <>
      {captures.length > 0 && (
        <aside className={styles.margin} aria-labelledby="captured">
          <h2 id="captured" className={styles.title}>
            {words.title}
          </h2>
          <ul>
            {captures.map((capture) => (
              <CapturedThought
                key={capture.id}
                capture={capture}
                onAsk={(what) => setAsked({ what, capture, opening })}
              />
            ))}
          </ul>
        </aside>
      )}
      <Suspense>{shown && <Dialogs {...shown} onClose={() => setAsked(null)} />}</Suspense>
    </>
  )
}

function Dialogs({ what, capture, onClose }: Omit<Asked, 'opening'> & { readonly onClose: () => void }) {
  if (what === 'edit') return <EditDialog capture={capture} onClose={onClose} />
  if (what === 'insert') return <InsertDialog capture={capture} onClose={onClose} />
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
