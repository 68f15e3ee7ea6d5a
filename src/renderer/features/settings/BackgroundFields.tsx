/** The app without its window: at login, and after closing. Shown as the system has it now. */
import { useEffect, useState } from 'react'
import type { BackgroundChange, BackgroundState } from '#shared/contract/background'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { failureInWords } from '../../state/sayFailure'
import { Switch } from '../../ui/Switch'

const words = messages.background

type Choice = 'startsAtLogin' | 'keepsRunning'

export function BackgroundFields() {
  const platform = useJournal((journal) => journal.platform)
  const [background, setBackground] = useState<BackgroundState | null>(null)
  const [failed, setFailed] = useState<{ readonly what: Choice; readonly why: string } | null>(null)
  useEffect(() => {
    request('presence.read', undefined).then(setBackground, (error: unknown) =>
      setFailed({ what: 'startsAtLogin', why: failureInWords(error) }),
    )
  }, [])
  const change = (what: Choice, asked: BackgroundChange) => {
    setFailed(null)
    request('presence.change', asked).then(setBackground, (error: unknown) =>
      setFailed({ what, why: failureInWords(error) }),
    )
  }
  const errorOf = (what: Choice) => (failed?.what === what ? failed.why : undefined)
  return (
    <>
      <Switch
        label={words.startsAtLogin}
        hint={words.startsAtLoginHint}
        value={background?.startsAtLogin ?? false}
        isDisabled={background === null}
        onChange={(startsAtLogin) => change('startsAtLogin', { startsAtLogin })}
        error={errorOf('startsAtLogin')}
      />
      <Switch
        label={words.keepsRunning}
        hint={
          background === null ? undefined : background.trayIsShown ? words.inTray(words.places[platform]) : words.noTray
        }
        value={background?.keepsRunning ?? false}
        isDisabled={background === null}
        onChange={(keepsRunning) => change('keepsRunning', { keepsRunning })}
        error={errorOf('keepsRunning')}
      />
    </>
  )
}
