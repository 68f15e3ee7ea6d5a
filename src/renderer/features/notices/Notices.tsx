/** What the person should know about the journal: why it can't be opened, and what was done about a file. */
import type { Notice } from '#shared/contract/health'
import { useJournal } from '../../state/journal/journalStore'
import { CopiesNotice } from './CopiesNotice'
import { DraftsNotice } from './DraftsNotice'
import { ElsewhereNotice } from './ElsewhereNotice'
import { type FileMatter, FileNotice } from './FileNotice'
import { FormerLockNotice } from './FormerLockNotice'
import { LockGoneNotice } from './LockGoneNotice'
import { MoreFilesNotice } from './MoreFilesNotice'
import styles from './Notices.module.css'
import { OldFormNotice } from './OldFormNotice'
import { TroubleNotice } from './TroubleNotice'

/** Those of copies have one line together: there can be many at once. Those of the lock ask something. */
function isOfFile({ kind }: Notice): boolean {
  return kind !== 'copy' && kind !== 'lock-gone' && kind !== 'former-lock' && kind !== 'old-form'
}

/** With a line of their own. A folder that was damaged as a whole has hundreds. */
const mostFiles = 3

export function Notices() {
  const trouble = useJournal((journal) => journal.trouble)
  const notices = useJournal((journal) => journal.notices)
  const ofFiles = notices.filter((notice): notice is FileMatter => isOfFile(notice))
  return (
    // Always there, so that what comes later is announced.
    <div role="status" className={styles.area}>
      {trouble !== null && <TroubleNotice trouble={trouble} />}
      {notices.some(({ kind }) => kind === 'lock-gone') && <LockGoneNotice />}
      {notices.map(
        ({ kind, reason }) => kind === 'old-form' && <OldFormNotice key={kind} reason={reason ?? 'unexpected'} />,
      )}
      {notices.some(({ kind }) => kind === 'former-lock') && <FormerLockNotice />}
      <CopiesNotice />
      <DraftsNotice />
      <ElsewhereNotice />
      {ofFiles.slice(0, mostFiles).map((notice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two notices may say the same of one file.
        <FileNotice key={`${at} ${notice.kind} ${notice.file}`} notice={notice} />
      ))}
      <MoreFilesNotice notices={ofFiles.slice(mostFiles)} />
    </div>
  )
}
