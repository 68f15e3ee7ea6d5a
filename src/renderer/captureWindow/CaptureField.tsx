/** A thought, its kind, and Enter. What is written and not yet kept is there again when the field is opened next, also after a crash. */
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { CaptureDraft } from '#shared/contract/captures'
import { captureKinds } from '#shared/domain/capture/capture'
import { asMuchAsFits } from '#shared/domain/capture/captureLimit'
import { messages } from '#shared/messages/messages'
import { failureCodeOf, listen, request } from '../state/bridge'
import { SegmentedControl } from '../ui/SegmentedControl'
import unseen from '../ui/unseen.module.css'
import styles from './CaptureField.module.css'
import { altered, askedFor, type FieldState, kept, leftOut, mayHide, newFieldState, shownIn } from './fieldState'

const words = messages.capturing

export interface CaptureFieldProps {
  readonly draft: CaptureDraft | null
  readonly offered: CaptureDraft | null
}

export function CaptureField({ draft, offered }: CaptureFieldProps) {
  const [state, setState] = useState(() => newFieldState(draft, offered))
  /** The newest, also for what goes on after a wait. */
  const now = useRef(state)
  const put = useCallback((next: FieldState) => {
    // With each key: main has it even if this page is gone the next moment.
    if (next.draft !== now.current.draft) void request('captures.keepDraft', next.draft).catch(() => {})
    now.current = next
    setState(next)
  }, [])
  const shown = shownIn(state)
  const alter = (part: Partial<CaptureDraft>) => put(altered(now.current, part))
  const [failure, setFailure] = useState('')
  /** Where the last one is, when that is not where they go. */
  const [where, setWhere] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const busy = useRef(false)

  useEffect(() => {
    field.current?.focus()
    return listen('captureAsked', (asked) => {
      put(askedFor(now.current, asked.offered))
      field.current?.focus()
    })
  }, [put])

  const close = () => void request('captures.close', undefined).catch(() => {})
  const keep = async () => {
    const sent = shownIn(now.current)
    if (busy.current || sent.text.trim() === '') return
    busy.current = true
    setFailure('')
    setWhere('')
    const isOffered = now.current.offers.length > 0
    try {
      const { keptUntil } = await request('captures.add', { ...sent, isOffered })
      put(kept(now.current, sent, isOffered))
      if (keptUntil !== null) setWhere(keptUntil === 'unlocked' ? words.keptHere : words.keptLockGone)
      else if (mayHide(now.current, isOffered)) close()
    } catch (error) {
      setFailure(messages.writing.notSaved(messages.failures[failureCodeOf(error)]))
    }
    busy.current = false
  }
  const leave = () => {
    setFailure('')
    setWhere('')
    put(leftOut(now.current))
    if (now.current.offers.length === 0) close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const kind = event.altKey ? captureKinds[Number(event.code.replace('Digit', '')) - 1] : undefined
    if (kind !== undefined) alter({ kind })
    else if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && !event.shiftKey && event.target === field.current) void keep()
    else return
    event.preventDefault()
  }

  return (
    <main className={styles.window} onKeyDown={onKeyDown}>
      <h1 className={unseen.unseen}>{words.window}</h1>
      <textarea
        ref={field}
        dir="auto"
        className={styles.field}
        aria-label={words.field}
        placeholder={words.placeholder}
        value={shown.text}
        onChange={({ currentTarget }) => alter({ text: asMuchAsFits(shown.text, currentTarget.value) })}
      />
      <SegmentedControl
        label={words.kind}
        hideLabel
        choices={captureKinds.map((id) => ({ id, label: words.kinds[id] }))}
        value={shown.kind}
        onChange={(kind) => alter({ kind })}
      />
      <p role="alert" className={styles.failure}>
        {failure}
      </p>
      <p role="status" className={styles.keys}>
        {where}
      </p>
      <p className={styles.keys}>{state.offers.length === 0 ? words.keys : words.offered}</p>
    </main>
  )
}
