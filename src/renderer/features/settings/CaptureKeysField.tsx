/** The keys that open quick capture from anywhere: none, suggested, recorded, tried out. */
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { ChosenKeys } from '#shared/contract/shortcut'
import { type Accelerator, acceleratorOf, suggestedKeys } from '#shared/domain/settings/accelerator'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { failureInWords } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { Kbd } from '../../ui/Kbd'
import { keysInWords } from '../../ui/keysInWords'
import styles from './SettingsDialog.module.css'
import { TryKeys } from './TryKeys'

const words = messages.background

export function CaptureKeysField() {
  const isMac = useJournal(({ platform }) => platform === 'darwin')
  const [chosen, setChosen] = useState<ChosenKeys | null>(null)
  const [isRecording, setRecording] = useState(false)
  const [failure, setFailure] = useState('')
  const inWords = (keys: Accelerator) => keysInWords(keys, isMac)

  useEffect(() => {
    request('keys.read', undefined).then(setChosen, (error: unknown) => setFailure(failureInWords(error)))
  }, [])
  const choose = async (keys: Accelerator | null) => {
    setRecording(false)
    setFailure('')
    try {
      const answer = await request('keys.choose', { keys })
      if (answer.isFree) setChosen(answer)
      else if (answer.keys !== null) setFailure(words.keysTaken(inWords(answer.keys)))
    } catch (error) {
      setFailure(failureInWords(error))
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isRecording || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') setRecording(false)
    const keys = acceleratorOf(event, isMac)
    if (keys !== null) void choose(keys)
  }

  const keys = chosen?.keys ?? null
  const trouble = failure || (chosen !== null && keys !== null && !chosen.isFree ? words.keysTaken(inWords(keys)) : '')
  return (
    <fieldset className={styles.keys}>
      <legend className={styles.legend}>{words.keys}</legend>
      <p>{keys === null ? words.keysNone : <Kbd keys={keys} />}</p>
      {/* Before Escape closes the dialog. */}
      <div className={styles.actions} onKeyDownCapture={onKeyDown}>
        <Button onPress={() => setRecording(true)} onBlur={() => setRecording(false)}>
          {words.keysRecord}
        </Button>
        {keys === null ? (
          <Button kind="quiet" onPress={() => void choose(suggestedKeys)}>
            {words.keysSuggest(inWords(suggestedKeys))}
          </Button>
        ) : (
          <Button kind="quiet" onPress={() => void choose(null)}>
            {words.keysRemove}
          </Button>
        )}
        {keys !== null && chosen?.isFree && <TryKeys key={keys} />}
      </div>
      <p role="status" className={styles.hint}>
        {isRecording && words.keysRecording}
      </p>
      <p role="alert" className={styles.failure}>
        {trouble}
      </p>
    </fieldset>
  )
}
