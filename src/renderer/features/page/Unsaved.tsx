/** What is not on disk, why, and what can be done about it: at the foot of the window, whatever is scrolled to, and beside no text that it would move. */
import { lazy, Suspense, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import type { SaveStatus } from '../../state/autosave'
import type { Sheet } from '../../state/autosaveSheet'
import { useWatched } from '../../state/autosaveWatch'
import { useJournal } from '../../state/journalStore'
import { useOpenPage } from '../../state/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { useFocusBack } from '../../ui/useFocusBack'
import { copyWords } from './pageActions'
import styles from './Unsaved.module.css'

const Conflict = lazy(async () => ({ default: (await import('./Conflict')).Conflict }))

const words = messages.writing

export function Unsaved() {
  const sheets = useWatched((watched) => watched.sheets)
  return (
    // Always there: a live region that comes with its words is not heard.
    <div role="alert">
      {sheets.map((sheet) => (
        <UnsavedPage key={sheet.key} sheet={sheet} />
      ))}
    </div>
  )
}

function UnsavedPage({ sheet }: { readonly sheet: Sheet }) {
  const status = useStore(sheet.store, (state) => state.status)
  const id = useStore(sheet.store, (state) => state.id)
  const day = useStore(sheet.store, (state) => state.day)
  const isOpen = useOpenPage(({ page }) => page?.entry.id === id)
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  if (status.kind !== 'failed' && status.kind !== 'conflict') return null
  const reason = messages.failures[status.kind === 'failed' ? status.code : 'conflict']
  return (
    <div className={styles.unsaved}>
      <p className={styles.words}>
        {isOpen ? words.notSaved(reason) : words.notSavedOn(dayInWords(day, today, locale), reason)}
      </p>
      {status.kind === 'conflict' ? (
        <Suspense>
          <Conflict sheet={sheet} />
        </Suspense>
      ) : (
        <Tools sheet={sheet} status={status} />
      )}
    </div>
  )
}

function Tools({ sheet, status }: { readonly sheet: Sheet; readonly status: SaveStatus & { kind: 'failed' } }) {
  const [busy, setBusy] = useState(false)
  const tools = useRef<HTMLDivElement>(null)
  // They go with the trouble: then the caret returns to the words.
  const focused = useFocusBack(tools)
  const again = () => {
    setBusy(true)
    void sheet.autosave.flush().finally(() => setBusy(false))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears the focus of the buttons inside.
    <div ref={tools} className={styles.tools} onFocus={focused}>
      <Button isPending={busy} onPress={again}>
        {words.retry}
      </Button>
      <Button kind="quiet" onPress={() => void copyWords(sheet).catch(sayFailure)}>
        {words.copyText}
      </Button>
      {status.code === 'not-found' && (
        <Button kind="quiet" onPress={() => void sheet.keepAsNew().catch(sayFailure)}>
          {words.keepAsNew}
        </Button>
      )}
    </div>
  )
}
