/** A thought, its kind, and Enter. What is written and not yet kept is there again when the field is opened next, also after a crash. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type CaptureKind, captureKinds, maxCaptureLength } from '#shared/domain/capture'
import { messages } from '#shared/messages/messages'
import { failureCodeOf, listen, request } from '../state/bridge'
import { SegmentedControl } from '../ui/SegmentedControl'
import styles from './CaptureField.module.css'

const words = messages.capturing

/** Milliseconds after the last key until the draft is on disk. */
const pause = 150

export interface Draft {
  readonly kind: CaptureKind
  readonly text: string
}

const nothing: Draft = { kind: 'note', text: '' }

export interface CaptureFieldProps {
  readonly draft: Draft | null
  readonly offered: Draft | null
}

export function CaptureField({ draft: first, offered: firstOffered }: CaptureFieldProps) {
  const [draft, setDraft] = useState(first ?? nothing)
  /** A link's words stand before the draft, which waits untouched. */
  const [offered, setOffered] = useState(firstOffered)
  const shown = offered ?? draft
  const alter = (part: Partial<Draft>) => (offered === null ? setDraft : setOffered)({ ...shown, ...part })
  const [failure, setFailure] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const busy = useRef(false)

  useEffect(() => {
    field.current?.focus()
    return listen('captureAsked', (asked) => {
      setOffered(asked.offered)
      field.current?.focus()
    })
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => void request('captures.keepDraft', draft).catch(() => {}), pause)
    return () => clearTimeout(timer)
  }, [draft])

  const keep = async () => {
    if (busy.current || shown.text.trim() === '') return
    busy.current = true
    setFailure('')
    try {
      await request('captures.add', { ...shown, isOffered: offered !== null })
      if (offered === null) setDraft(nothing)
      setOffered(null)
      await request('captures.close', undefined)
    } catch (error) {
      setFailure(messages.writing.notSaved(messages.failures[failureCodeOf(error)]))
    }
    busy.current = false
  }
  const leave = () => {
    setOffered(null)
    void request('captures.close', undefined)
  }
  const heard = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const kind = event.altKey ? captureKinds[Number(event.code.replace('Digit', '')) - 1] : undefined
    if (kind !== undefined) alter({ kind })
    else if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && !event.shiftKey && event.target === field.current) void keep()
    else return
    event.preventDefault()
  }

  return (
    <main className={styles.window} onKeyDown={heard}>
      <h1 className={styles.unseen}>{words.window}</h1>
      <textarea
        ref={field}
        className={styles.field}
        aria-label={words.field}
        placeholder={words.placeholder}
        maxLength={maxCaptureLength}
        value={shown.text}
        onChange={({ currentTarget }) => alter({ text: currentTarget.value })}
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
      <p className={styles.keys}>{offered === null ? words.keys : words.offered}</p>
    </main>
  )
}
