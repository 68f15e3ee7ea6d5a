/** One file: what is the matter with it, what was done and what can be done. */
import { type Finding, pathOfArrived } from '#shared/domain/health/finding'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { useWhen } from '../../state/journal/useWhen'
import { Button } from '../../ui/Button'
import { arrivedName } from './arrivedName'
import styles from './HealthDialog.module.css'
import { type RepairOption, repairOptionsOf } from './repairOptions'

const words = messages.health

/** What is wrong with it. */
function sentenceOf({ kind, version }: Finding): string {
  return kind === 'damaged' && version !== null ? words.version : words.sentences[kind]
}

const named: Record<RepairOption['kind'], (file: string) => string> = {
  repair: words.repairNamed,
  bringBack: words.bringBackNamed,
  compare: words.compareNamed,
  showText: words.showTextNamed,
  dismissFile: words.dismissNamed,
  openSealed: words.openSealedNamed,
  history: words.historyNamed,
  backups: words.backupsNamed,
  dismiss: words.dismissNamed,
  admit: () => words.admit,
}

export interface FindingItemProps {
  readonly finding: Finding
  readonly isDisabled: boolean
  readonly onGo: (option: RepairOption) => void
}

export function FindingItem({ finding, isDisabled, onGo }: FindingItemProps) {
  const { today, locale } = useJournal()
  const when = useWhen()
  const { kind, day, done, canReturn, since } = finding
  const file = kind === 'arrived' ? pathOfArrived(finding.file) : finding.file
  const sentence = kind === 'arrived' ? arrivedName(file, today, locale) : sentenceOf(finding)
  const help = {
    newer: words.newerHelp,
    waits: words.waitsHelp,
    sealed: words.sealedHelp,
    'second-lock': words.secondLockHelp,
    elsewhere: words.elsewhereHelp,
    unreachable: words.unreachableHelp,
    'being-written': words.beingWrittenHelp,
    'rolled-back': words.rolledBackHelp,
    gone: words.goneHelp,
    'versions-gone': words.versionsGoneHelp,
  }[String(kind)]
  const more = [
    ...(kind === 'missing' || kind === 'gone' || kind === 'arrived' ? [] : [words.done[done]]),
    ...(since === undefined ? [] : [words.arrivedSince(when(since))]),
    ...(canReturn ? [words.canReturn] : []),
    ...(help === undefined ? [] : [help]),
  ]
  return (
    <li className={styles.finding}>
      <p className={styles.sentence}>{sentence}</p>
      <p className={styles.more}>
        {day !== null && `${words.aboutDay(dayInWords(day, today, locale))}. `}
        {more.join(' ')}
      </p>
      <p className={styles.file}>{file}</p>
      <div className={styles.ways}>
        {repairOptionsOf(finding).map((option) => (
          <Button
            key={option.kind}
            aria-label={named[option.kind](file)}
            isDisabled={isDisabled}
            onPress={() => onGo(option)}
          >
            {words[option.kind]}
          </Button>
        ))}
      </div>
    </li>
  )
}
