/** The short notices that float at the foot of the window. F6 reaches them; they wait while pointed at or focused. */
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { dismissToast, type Toast, useToasts } from '../state/toastStore'
import { Button } from './Button'
import { IconButton } from './IconButton'
import styles from './Toasts.module.css'
import { useWayIn } from './useWayIn'

/** Long enough to read, turn round and press Undo. */
const shownFor = 8000

export function Toasts() {
  const toasts = useToasts((state) => state.toasts)
  const region = useRef<HTMLElement>(null)
  const [held, setHeld] = useState(false)
  const none = toasts.length === 0
  const leave = useWayIn(region, 'F6', none)
  useEffect(() => {
    if (none) setHeld(false)
  }, [none])
  return (
    <section
      ref={region}
      aria-label={messages.finding.notices}
      // Keeps the notices in reach while a dialog is open.
      data-react-aria-top-layer="true"
      className={styles.region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') leave()
      }}
    >
      <div role="status" className={styles.list}>
        {toasts.toReversed().map((toast) => (
          <OneToast key={toast.id} toast={toast} held={held} leave={leave} />
        ))}
      </div>
    </section>
  )
}

interface OneToastProps {
  readonly toast: Toast
  readonly held: boolean
  readonly leave: () => void
}

function OneToast({ toast, held, leave }: OneToastProps) {
  const { id, text, action } = toast
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismissToast(id), shownFor)
    return () => clearTimeout(timer)
  }, [held, id])
  const dismiss = () => {
    leave()
    dismissToast(id)
  }
  return (
    <div className={styles.toast}>
      <p dir="auto" className={styles.text}>
        {text}
      </p>
      {action !== null && (
        <Button
          kind="quiet"
          className={styles.action}
          onPress={() => {
            dismiss()
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={messages.finding.notice.dismiss} onPress={dismiss}>
        <X />
      </IconButton>
    </div>
  )
}
