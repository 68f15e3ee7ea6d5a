/** The manager's name, saved when the person pauses or leaves the field. */
import { useEffect, useRef, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { useSetting } from '../../state/journal/useSetting'
import { TextField } from '../../ui/TextField'
import styles from './SettingsDialog.module.css'

const words = messages.settings

const pause = 400

export function ManagerField() {
  const { value, error, change } = useSetting('manager')
  const [typed, setTyped] = useState(value ?? '')
  const save = useRef(() => {})
  save.current = () => {
    if (typed.trim() !== (value ?? '')) change(typed.trim())
  }
  useEffect(() => {
    if (typed.trim() === (value ?? '')) return
    const timer = setTimeout(() => save.current(), pause)
    return () => clearTimeout(timer)
  }, [typed, value])
  // The dialog can be closed in the middle of a name.
  useEffect(() => () => save.current(), [])
  return (
    <TextField
      label={words.manager}
      hint={words.managerHint}
      error={error}
      value={typed}
      onChange={setTyped}
      onBlur={() => save.current()}
      maxLength={100}
      className={styles.short}
    />
  )
}
