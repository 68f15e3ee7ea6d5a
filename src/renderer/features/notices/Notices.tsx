/** What the person should know about the journal: why it can't be opened, and what was done about a file. */
import { useJournal } from '../../state/journalStore'
import { FileNotice } from './FileNotice'
import styles from './Notices.module.css'
import { TroubleNotice } from './TroubleNotice'

export function Notices() {
  const trouble = useJournal((journal) => journal.trouble)
  const notices = useJournal((journal) => journal.notices)
  return (
    // Always there, so that what comes later is announced.
    <div role="status" className={styles.area}>
      {trouble !== null && <TroubleNotice trouble={trouble} />}
      {notices.map((notice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two notices may say the same of one file.
        <FileNotice key={`${at} ${notice.kind} ${notice.file}`} notice={notice} />
      ))}
    </div>
  )
}
