/** The app without its window: at login, and after closing. Shown as the system has it now. */
import { useEffect, useState } from 'react'
import type { Presence, PresenceChange } from '#shared/contract/background'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { failureInWords } from '../../state/sayFailure'
import { Switch } from '../../ui/Switch'

const words = messages.presence

type Choice = 'startsAtLogin' | 'keepsRunning'

export function PresenceFields() {
  const platform = useJournal((journal) => journal.platform)
  const [presence, setPresence] = useState<Presence | null>(null)
  const [failed, setFailed] = useState<{ readonly what: Choice; readonly why: string } | null>(null)
  useEffect(() => {
    request('presence.read', undefined).then(setPresence, (error: unknown) =>
      setFailed({ what: 'startsAtLogin', why: failureInWords(error) }),
    )
  }, [])
  const change = (what: Choice, asked: PresenceChange) => {
    setFailed(null)
    request('presence.change', asked).then(setPresence, (error: unknown) =>
      setFailed({ what, why: failureInWords(error) }),
    )
  }
  const errorOf = (what: Choice) => (failed?.what === what ? failed.why : undefined)
  return (
    <>
      <Switch
        label={words.startsAtLogin}
        hint={words.startsAtLoginHint}
        value={presence?.startsAtLogin ?? false}
        isDisabled={presence === null}
        onChange={(startsAtLogin) => change('startsAtLogin', { startsAtLogin })}
        error={errorOf('startsAtLogin')}
      />
      <Switch
        label={words.keepsRunning}
        hint={
          presence === null ? undefined : presence.trayIsShown ? words.inTray(words.places[platform]) : words.noTray
        }
        value={presence?.keepsRunning ?? false}
        isDisabled={presence === null}
        onChange={(keepsRunning) => change('keepsRunning', { keepsRunning })}
        error={errorOf('keepsRunning')}
      />
    </>
  )
}
