/** Goes back to a backup: which one, what it would change, the whole journal or single entries. */
import { useState } from 'react'
import type { EntryId } from '#shared/domain/entry/entry'
import { isHiding } from '#shared/domain/failure'
import { counted } from '#shared/messages/counted'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { sizeInWords } from '#shared/messages/sizes'
import { failureCodeOf } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { useWhen } from '../../state/journal/useWhen'
import { showPanel } from '../../state/layout/layoutStore'
import { failureInWords } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Select } from '../../ui/Select'
import { Changes } from './Changes'
import { PickEntries } from './PickEntries'
import styles from './RestoreDialog.module.css'
import { bringBack, goBack } from './restoreActions'
import { UnlockBackup } from './UnlockBackup'
import { useRestore } from './useRestore'

const words = messages.restoring

export function RestoreDialog() {
  const locale = useJournal((journal) => journal.locale)
  const trouble = useJournal((journal) => journal.trouble)
  const isGone = trouble !== null
  // No backup shows what is in it either.
  const isHidden = isHiding(trouble)
  const when = useWhen()
  const { backups, chosen, comparison, failure, passphrase, choose, chooseFile, unlock } = useRestore(isHidden)
  const [extent, setExtent] = useState<'whole' | 'some'>('whole')
  const [picked, setPicked] = useState<ReadonlySet<EntryId>>(new Set())
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState('')
  const choosable = comparison?.records.filter(({ kind, fate }) => kind === 'entry' && fate !== 'goes') ?? []
  const isWhole = extent === 'whole' || choosable.length === 0
  const isSealed = comparison?.needsPassphrase === true
  const pickedHere = isSealed ? [] : choosable.flatMap(({ id }) => (picked.has(id) ? [id] : []))
  const some = counted.entries(pickedHere.length, numberInWords(pickedHere.length, locale))

  const run = async () => {
    if (chosen === null || busy) return
    setBusy(true)
    setFailed('')
    try {
      const isDone = isWhole ? await goBack(chosen.name) : await bringBack(chosen.name, pickedHere, passphrase)
      if (isDone) showToast(isWhole ? words.done(when(chosen.at)) : words.doneSome(some))
      showPanel(null)
    } catch (error) {
      setFailed(isHidden && failureCodeOf(error) === 'locked' ? words.notSealed : failureInWords(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={() => showPanel(null)}
      footer={
        chosen !== null && (
          <Button
            kind="primary"
            isDisabled={(comparison === null && !isHidden) || (!isWhole && pickedHere.length === 0)}
            onPress={() => void run()}
          >
            {isWhole ? words.doWhole : words.doSome(some)}
          </Button>
        )
      }
    >
      {backups?.length === 0 && <p>{words.none}</p>}
      {backups !== null && chosen !== null && (
        <Select
          label={words.which}
          choices={backups.map(({ name, at, size }) => ({
            id: name,
            label: words.choice(when(at), sizeInWords(size, locale)),
          }))}
          value={chosen.name}
          onChange={choose}
        />
      )}
      <Button kind="quiet" onPress={chooseFile}>
        {words.chooseFile}
      </Button>
      {!isGone && choosable.length > 0 && (
        <div className={styles.extent}>
          <SegmentedControl
            label={words.extent}
            choices={[
              { id: 'whole', label: words.whole },
              { id: 'some', label: words.some },
            ]}
            value={extent}
            onChange={setExtent}
          />
        </div>
      )}
      <div role="status" className={styles.status}>
        {chosen !== null && comparison === null && failure === '' && !isHidden && <p>{words.looking}</p>}
        {busy && isWhole && <p>{words.working}</p>}
        <p className={styles.failure}>{failed || failure}</p>
      </div>
      {isHidden && chosen !== null && (
        <p className={styles.kept}>{trouble === 'locked' ? words.sealedOnly : words.aside}</p>
      )}
      {comparison !== null && isWhole && (
        <>
          <Changes comparison={comparison} />
          <p className={styles.kept}>{isGone ? words.anew : words.kept}</p>
        </>
      )}
      {comparison !== null && !isWhole && (
        <>
          {isSealed ? (
            <UnlockBackup key={chosen?.name} onPassphrase={unlock} />
          ) : (
            <PickEntries entries={choosable} picked={picked} onPick={setPicked} />
          )}
          <p className={styles.kept}>{words.someKept}</p>
        </>
      )}
    </Dialog>
  )
}
