/** What is not on disk, why, and what can be done about it: at the foot of the window, whatever is scrolled to, and beside no text that it would move. */
import { lazy, Suspense, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { isUnsaved, type SaveStatus } from '../../state/draft/autosave'
import { useWatched } from '../../state/draft/autosaveWatch'
import type { KeptState } from '../../state/draft/draftKeeper'
import type { EntryDraft } from '../../state/draft/entryDraft'
import { useJournal } from '../../state/journal/journalStore'
import { useOpenPage } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { cx } from '../../ui/cx'
import { useFocusBack } from '../../ui/useFocusBack'
import styles from './Unsaved.module.css'

const Conflict = lazy(async () => ({ default: (await import('./Conflict')).Conflict }))

const words = messages.writing

const where: Record<KeptState, string> = { unsure: '', kept: words.kept, refused: words.notKept }

export function Unsaved() {
  const entryDrafts = useWatched((watched) => watched.entryDrafts)
  return (
    <>
      {/* Always there: a live region that comes with its words is not read out. Only words that are nowhere else interrupt. */}
      <div role="status">
        {entryDrafts.map((entryDraft) => (
          <UnsavedPage key={entryDraft.key} entryDraft={entryDraft} isUrgent={false} />
        ))}
      </div>
      <div role="alert">
        {entryDrafts.map((entryDraft) => (
          <UnsavedPage key={entryDraft.key} entryDraft={entryDraft} isUrgent />
        ))}
      </div>
    </>
  )
}

function UnsavedPage({ entryDraft, isUrgent }: { readonly entryDraft: EntryDraft; readonly isUrgent: boolean }) {
  const status = useStore(entryDraft.store, (state) => state.status)
  const kept = useStore(entryDraft.store, (state) => state.kept)
  const id = useStore(entryDraft.store, (state) => state.id)
  const day = useStore(entryDraft.store, (state) => state.day)
  const isOpen = useOpenPage(({ page }) => page?.entry.id === id)
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  if (!isUnsaved(status) || (kept === 'refused') !== isUrgent) return null
  const reason = messages.failures[status.kind === 'failed' ? status.code : 'conflict']
  const said = isOpen ? words.notInJournal(reason) : words.notInJournalOn(dayInWords(day, today, locale), reason)
  return (
    <div className={cx(styles.unsaved, isUrgent && styles.urgent)}>
      <p className={styles.words}>
        {said} {where[kept]}
      </p>
      {status.kind === 'conflict' ? (
        <Suspense>
          <Conflict entryDraft={entryDraft} />
        </Suspense>
      ) : (
        <Tools entryDraft={entryDraft} status={status} />
      )}
    </div>
  )
}

function Tools({
  entryDraft,
  status,
}: {
  readonly entryDraft: EntryDraft
  readonly status: SaveStatus & { kind: 'failed' }
}) {
  const [busy, setBusy] = useState(false)
  const tools = useRef<HTMLDivElement>(null)
  // They go with the trouble: then the caret returns to the words.
  const focused = useFocusBack(tools)
  const again = () => {
    setBusy(true)
    void entryDraft.autosave.flush().finally(() => setBusy(false))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only handles the focus of the buttons inside.
    <div ref={tools} className={styles.tools} onFocus={focused}>
      <Button isPending={busy} onPress={again}>
        {words.retry}
      </Button>
      <Button kind="quiet" onPress={() => void copyWords(entryDraft).catch(sayFailure)}>
        {words.copyText}
      </Button>
      {status.code === 'lock-changed' && (
        <Button kind="quiet" onPress={() => void request('lock.reopen', undefined).catch(sayFailure)}>
          {words.reopen}
        </Button>
      )}
      {status.code === 'not-found' && (
        <Button kind="quiet" onPress={() => void entryDraft.keepAsNew().catch(sayFailure)}>
          {words.keepAsNew}
        </Button>
      )}
    </div>
  )
}

async function copyWords(entryDraft: EntryDraft): Promise<void> {
  await request('text.copy', { text: entryDraft.text() })
  showToast(messages.writing.copied)
}
