/** Takes entries out as Markdown files: all of them, or those of a period. */
import { useState } from 'react'
import type { ExportSummary } from '#shared/contract/exports'
import type { Day } from '#shared/domain/day'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { saveOpenPage } from '../../state/draft/autosaveWatch'
import { useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { failureInWords } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { DatePicker } from '../../ui/DatePicker'
import { Dialog } from '../../ui/Dialog'
import { SegmentedControl } from '../../ui/SegmentedControl'
import styles from './ExportDialog.module.css'
import { Summary } from './Summary'

const words = messages.settings

type Extent = 'all' | 'period'

export function ExportDialog() {
  const today = useJournal((journal) => journal.today)
  const [extent, setExtent] = useState<Extent>('all')
  const [from, setFrom] = useState<Day | null>(`${today.slice(0, 8)}01`)
  const [to, setTo] = useState<Day | null>(today)
  const [busy, setBusy] = useState(false)
  const [summary, setSummary] = useState<ExportSummary | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const reversed = extent === 'period' && from !== null && to !== null && from > to

  const write = async () => {
    setBusy(true)
    setSummary(null)
    try {
      setFailure((await saveOpenPage()) ? null : words.exportUnsaved)
      const period = extent === 'all' ? { from: null, to: null } : { from, to }
      setSummary(await request('exports.savePeriod', period))
    } catch (error) {
      setFailure(failureInWords(error))
    }
    setBusy(false)
  }

  return (
    <Dialog
      title={words.exportTitle}
      isOpen
      onClose={() => showPanel(null)}
      size="small"
      footer={
        <Button kind="primary" isPending={busy} isDisabled={reversed} onPress={() => void write()}>
          {words.exportAction}
        </Button>
      }
    >
      <SegmentedControl
        label={words.exportWhat}
        choices={[
          { id: 'all', label: words.exportAll },
          { id: 'period', label: words.exportPeriod },
        ]}
        value={extent}
        onChange={setExtent}
      />
      {extent === 'period' && (
        <div className={styles.period}>
          <DatePicker label={words.exportFrom} value={from} onChange={setFrom} />
          <DatePicker
            label={words.exportTo}
            value={to}
            onChange={setTo}
            error={reversed ? words.exportReversed : undefined}
          />
        </div>
      )}
      <div role="status" className={styles.outcome}>
        {busy && <p>{words.exporting}</p>}
        {failure !== null && <p className={styles.failure}>{failure}</p>}
        {summary !== null && summary.folder !== null && <Summary summary={summary} />}
      </div>
    </Dialog>
  )
}
