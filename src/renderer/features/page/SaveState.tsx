/** Whether the words are on disk, said quietly; only a failure is announced, with what can be done about it. */
import { lazy, Suspense, useState } from 'react'
import { useStore } from 'zustand'
import { messages } from '#shared/messages/messages'
import type { SaveStatus } from '../../state/autosave'
import type { Sheet } from '../../state/autosaveSheet'
import { Button } from '../../ui/Button'
import styles from './PageHead.module.css'
import { copyWords, tell } from './pageActions'

const Conflict = lazy(async () => ({ default: (await import('./Conflict')).Conflict }))

const words = messages.writing

export function SaveState({ sheet }: { readonly sheet: Sheet }) {
  const status = useStore(sheet.store, (state) => state.status)
  const failure = reasonOf(status)
  return (
    <span>
      {failure === null && quiet(status)}
      {/* Always there: a live region that comes with its words is not heard. */}
      <span role="alert" className={styles.failure}>
        {failure !== null && words.notSaved(failure)}
      </span>
      <Suspense>{status.kind === 'conflict' && <Conflict sheet={sheet} />}</Suspense>
      {status.kind === 'failed' && <FailureTools sheet={sheet} status={status} />}
    </span>
  )
}

function FailureTools({ sheet, status }: { readonly sheet: Sheet; readonly status: SaveStatus & { kind: 'failed' } }) {
  const [busy, setBusy] = useState(false)
  const again = () => {
    setBusy(true)
    void sheet.autosave.flush().finally(() => setBusy(false))
  }
  return (
    <span className={styles.failureTools}>
      <Button kind="quiet" isDisabled={busy} onPress={again}>
        {words.retry}
      </Button>
      <Button kind="quiet" onPress={() => tell(copyWords(sheet))}>
        {words.copyText}
      </Button>
      {status.code === 'not-found' && (
        <Button kind="quiet" onPress={() => tell(sheet.keepAsNew())}>
          {words.keepAsNew}
        </Button>
      )}
    </span>
  )
}

function reasonOf(status: SaveStatus): string | null {
  if (status.kind === 'failed') return messages.failures[status.code]
  return status.kind === 'conflict' ? messages.failures.conflict : null
}

function quiet({ kind }: SaveStatus): string {
  if (kind === 'new') return words.notStored
  return kind === 'saving' ? words.saving : words.saved
}
