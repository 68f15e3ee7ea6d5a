/** The last backup, one more now, and where backups are kept. */
import { useEffect, useState } from 'react'
import type { BackupsState } from '#shared/contract/backups'
import { counted } from '#shared/messages/counted'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { sizeInWords } from '#shared/messages/sizes'
import { request } from '../../state/bridge'
import { askBackups, type BackupRequest, followBackups, useBackups } from '../../state/journal/backupsStore'
import { useJournal } from '../../state/journal/journalStore'
import { useWhen } from '../../state/journal/useWhen'
import { showPanel } from '../../state/layout/layoutStore'
import { failureInWords } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { SecondPlace } from './SecondPlace'
import styles from './SettingsDialog.module.css'

const words = messages.backingUp

export function BackupFields() {
  const state = useBackups((backups) => backups.state)
  const [failure, setFailure] = useState('')
  const attempt = (work: Promise<unknown>) => {
    setFailure('')
    work.catch((error: unknown) => setFailure(failureInWords(error)))
  }
  const ask = (name: BackupRequest) => attempt(askBackups(name))
  useEffect(() => {
    const unfollow = followBackups()
    askBackups('backups.read').catch((error: unknown) => setFailure(failureInWords(error)))
    return unfollow
  }, [])
  if (state === null) return <p role="alert">{failure}</p>
  return (
    <>
      <Standing state={state} failure={failure} />
      <div className={styles.actions}>
        {/* Not `isPending`: what that announces points to the button, which goes with the dialog. The line above says it. */}
        <Button onPress={() => (state.isWorking ? undefined : ask('backups.make'))}>{words.now}</Button>
        <Button kind="quiet" onPress={() => attempt(request('backups.showFolder', undefined))}>
          {words.showFolder}
        </Button>
        <Button kind="quiet" onPress={() => showPanel('restore')}>
          {messages.restoring.open}
        </Button>
      </div>
      <div>
        <p className={styles.folder}>{state.folder}</p>
        <p className={styles.hint}>{words.daily}</p>
      </div>
      <SecondPlace second={state.second} ask={ask} />
    </>
  )
}

function Standing({ state, failure }: { readonly state: BackupsState; readonly failure: string }) {
  const locale = useJournal((journal) => journal.locale)
  const when = useWhen()
  const [last] = state.backups
  const status = failure || (state.failure !== null ? words.failed(messages.failures[state.failure]) : '')
  const { length } = state.leftOut
  return (
    <div>
      <p role="status">
        {state.isWorking
          ? words.working
          : last
            ? words.last(when(last.at), sizeInWords(last.size, locale))
            : words.none}
      </p>
      {length > 0 && (
        <p className={styles.failure}>{words.leftOut(counted.files(length, numberInWords(length, locale)))}</p>
      )}
      <p role="alert" className={styles.failure}>
        {status}
      </p>
    </div>
  )
}
