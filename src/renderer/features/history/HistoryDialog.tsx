/** Earlier versions of a page: what became of each since then, and the way back that takes nothing away. */
import type { EntryId } from '#shared/domain/entry/entry'
import type { Returning } from '#shared/domain/entry/version'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Comparison } from './Comparison'
import styles from './HistoryDialog.module.css'
import { useHistory } from './useHistory'
import { VersionList } from './VersionList'
import { VersionRoom } from './VersionRoom'

const words = messages.history

export function HistoryDialog({ id }: { readonly id: EntryId }) {
  const { today, locale } = useJournal()
  const { history, chosen, earlier, busy, failed, choose, bring } = useHistory(id, close)
  const isEmpty = history?.versions.length === 0
  const bringBack = async (as: Returning) => {
    if (!(await bring(as))) return
    close()
    showToast(as === 'copy' ? words.keptAsCopy : words.restored)
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          <Button isDisabled={earlier === null} isPending={busy === 'copy'} onPress={() => void bringBack('copy')}>
            {words.keepAsCopy}
          </Button>
          <Button
            kind="primary"
            isDisabled={earlier === null || history?.isInTrash === true}
            isPending={busy === 'revision'}
            onPress={() => void bringBack('revision')}
          >
            {words.restore}
          </Button>
        </>
      }
    >
      {history && (
        <p className={styles.hint}>
          {words.about(dayInWords(history.entry.day, today, locale))}.{' '}
          {isEmpty ? words.none : history.isInTrash ? words.trashHint : words.restoreHint}
        </p>
      )}
      <p role="status" className={styles.said}>
        {failed || (history === null ? words.looking : '')}
      </p>
      {history && !isEmpty && (
        <div className={styles.columns}>
          <VersionList versions={history.versions} chosen={chosen?.id ?? null} onChoose={choose} />
          <div className={styles.comparison}>{earlier && <Comparison earlier={earlier} now={history.entry} />}</div>
        </div>
      )}
      <VersionRoom className={styles.room} />
    </Dialog>
  )
}

function close(): void {
  showPanel(null)
}
