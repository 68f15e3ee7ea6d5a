/** A command's keys: shown, recorded, taken away, given back. */
import { Pencil, RotateCcw } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { type CommandKeys, troubleFor } from '#shared/contract/commandKeys'
import type { Command } from '#shared/contract/commands'
import { keysOfPress } from '#shared/domain/settings/commandKeys'
import { messages } from '#shared/messages/messages'
import { resetCommandKeys, setCommandKeys } from '../../state/journal/commandKeysStore'
import { useJournal } from '../../state/journal/journalStore'
import { failureInWords } from '../../state/sayFailure'
import { IconButton } from '../../ui/IconButton'
import { Kbd } from '../../ui/Kbd'
import { keysInWords } from '../../ui/keysInWords'
import { pressedKey } from '../../ui/pressedKey'
import styles from './KeysDialog.module.css'
import { ignoredInWords, isOfCapture, refusedInWords, unfitInWords } from './keysTrouble'

const words = messages.keys
const modifiers: readonly string[] = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'NumLock', 'OS']

export interface CommandRowProps {
  readonly command: Command
  readonly keys: CommandKeys
  /** Those of the global shortcut. */
  readonly captureKeys: string | null
}

export function CommandRow({ command, keys, captureKeys }: CommandRowProps) {
  const { id, alsoKeys } = command
  const mac = useJournal(({ platform }) => platform === 'darwin')
  const [isRecording, setRecording] = useState(false)
  const [said, setSaid] = useState('')
  const [trouble, setTrouble] = useState('')
  const change = useRef<HTMLButtonElement>(null)
  const label = messages.commands[id]
  const own = keys.of.get(id)
  const ignored = keys.ignored.get(id)

  const attempt = async (work: () => Promise<void>, done: string) => {
    setRecording(false)
    setTrouble('')
    try {
      await work()
      setSaid(done)
    } catch (error) {
      setTrouble(failureInWords(error))
    }
  }
  const choose = (chosen: string | null) => {
    const refused = chosen === null ? null : troubleFor(id, chosen, keys)
    if (chosen !== null && refused !== null) return setTrouble(refusedInWords(chosen, refused, mac))
    if (chosen !== null && isOfCapture(chosen, captureKeys, mac))
      return setTrouble(words.refused.capture(keysInWords(chosen, mac)))
    const shown = chosen === null ? words.none : keysInWords(chosen, mac)
    void attempt(() => setCommandKeys(id, chosen), words.changed(label, shown))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isRecording || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (modifiers.includes(event.key)) return
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
    if (event.key === 'Escape' && isPlain) return stop()
    if (event.key === 'Backspace' && isPlain) return choose(null)
    const pressed = keysOfPress(pressedKey(event), mac)
    if (pressed === null) setTrouble(unfitInWords(mac))
    else if (pressed === own) stop()
    else choose(pressed)
  }
  function stop(): void {
    setRecording(false)
    setTrouble('')
  }
  return (
    <div className={styles.command}>
      <dt>{label}</dt>
      {/* Before Escape closes the dialog. */}
      <dd className={styles.choice} onKeyDownCapture={onKeyDown}>
        <span className={styles.keys}>
          {own === undefined ? words.none : <Kbd keys={own} />}
          {alsoKeys !== undefined && (
            <>
              {` ${words.or} `}
              <Kbd keys={alsoKeys} />
            </>
          )}
        </span>
        {(keys.changed.has(id) || ignored !== undefined) && (
          <IconButton
            label={words.reset(label)}
            className={styles.tool}
            onPress={() => {
              // It goes with what it takes back.
              change.current?.focus()
              void attempt(
                () => resetCommandKeys(id),
                words.changed(label, command.keys ? keysInWords(command.keys, mac) : words.none),
              )
            }}
          >
            <RotateCcw />
          </IconButton>
        )}
        <IconButton
          ref={change}
          label={words.change(label)}
          className={styles.tool}
          onPress={() => {
            setSaid('')
            setTrouble('')
            setRecording(true)
          }}
          onBlur={stop}
        >
          <Pencil />
        </IconButton>
      </dd>
      <dd className={styles.said}>
        {ignored !== undefined && !isRecording && <p className={styles.ignored}>{ignoredInWords(ignored, mac)}</p>}
        <p role="status" className={isRecording ? styles.recording : styles.done}>
          {isRecording ? words.recording : said}
        </p>
        <p role="alert" className={styles.failure}>
          {trouble}
        </p>
      </dd>
    </div>
  )
}
