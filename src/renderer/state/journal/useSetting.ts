/** One setting: shown as chosen at once, saved at once, put back with a reason when that fails. */

import { useEffect, useRef, useState } from 'react'
import { createSerialQueue } from '#shared/async/serialQueue'
import type { Settings, SettingsChange } from '#shared/domain/settings/settings'
import { messages } from '#shared/messages/messages'
import { failureCodeOf } from '../bridge'
import { showToast } from '../toastStore'
import { changeSettings, useJournal } from './journalStore'

export interface Setting<T> {
  readonly value: T
  readonly error: string | undefined
  readonly change: (value: T) => void
}

/** Each change waits for the one before: main lays it over the settings that it has stored by then. */
const queue = createSerialQueue()

export function useSetting<K extends keyof SettingsChange>(name: K): Setting<Settings[K]> {
  const stored = useJournal((journal) => journal.settings[name])
  const [chosen, setChosen] = useState<{ readonly value: Settings[K] } | null>(null)
  const [error, setError] = useState<string>()
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  const change = (value: Settings[K]) => {
    const choice = { value }
    setChosen(choice)
    setError(undefined)
    // An object with a computed key of a generic name: TypeScript does not see that it is one of the change's fields.
    queue
      .add(() => changeSettings({ [name]: value } as SettingsChange))
      .catch((failure: unknown) => {
        const sentence = messages.writing.notSaved(messages.failures[failureCodeOf(failure)])
        // The dialog may be closed by then.
        if (isShown.current) setError(sentence)
        else showToast(sentence)
      })
      .finally(() => setChosen((latest) => (latest === choice ? null : latest)))
  }
  return { value: chosen === null ? stored : chosen.value, error, change }
}
