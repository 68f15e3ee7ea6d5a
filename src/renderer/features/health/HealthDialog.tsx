/** How the journal's files are: what is out of reach, what waits for a choice, and what can be done about it. */
import { type Concern, concernOf, type Finding } from '#shared/domain/health/finding'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FindingItem } from './FindingItem'
import { FoundText } from './FoundText'
import styles from './HealthDialog.module.css'
import { OpenSealed } from './OpenSealed'
import { useHealth } from './useHealth'

const words = messages.health
const concerns: readonly Concern[] = ['trouble', 'choice', 'arrived', 'note']

export function HealthDialog() {
  const locale = useJournal((journal) => journal.locale)
  const { health, isLooking, files, said, text, isOpening, look, go, openSealed } = useHealth()
  const findings = health?.findings ?? []
  const further = (health?.total ?? 0) - findings.length
  const inWords = (count: number) => numberInWords(count, locale)
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={() => showPanel(null)}
      size="large"
      footer={
        <>
          <Button onPress={() => void request('journal.showFolder', undefined).catch(sayFailure)}>
            {words.showFolder}
          </Button>
          <Button kind="primary" isPending={isLooking} onPress={look}>
            {words.again}
          </Button>
        </>
      }
    >
      <div role="status">
        {said !== '' && <p className={styles.said}>{said}</p>}
        {isLooking ? <Looking files={files} /> : health && <p>{summary(findings, health.files, inWords)}</p>}
      </div>
      {text !== null && <FoundText text={text} />}
      {isOpening && <OpenSealed onTyped={openSealed} />}
      {concerns.map((concern) => {
        const of = findings.filter((finding) => concernOf(finding) === concern)
        if (of.length === 0) return null
        return (
          <section key={concern}>
            <h3 className={styles.group}>{words.groups[concern]}</h3>
            {concern === 'arrived' && (
              <>
                <p className={styles.help}>{words.arrivedHelp}</p>
                <div className={styles.ways}>
                  <Button isDisabled={isLooking} onPress={() => go({ kind: 'admit' })}>
                    {of.length > 1 ? words.admitAll : words.admit}
                  </Button>
                </div>
              </>
            )}
            <ul>
              {of.map((finding) => (
                <FindingItem
                  key={`${finding.kind} ${finding.file}`}
                  finding={finding}
                  isDisabled={isLooking}
                  onGo={go}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {health !== null && <p className={styles.foot}>{words.seenHere}</p>}
      {further > 0 && <p className={styles.more}>{words.further(inWords(further))}</p>}
    </Dialog>
  )
}

/** While nothing is read out for each hundred files, the number can be seen to move. */
function Looking({ files }: { readonly files: number }) {
  const locale = useJournal((journal) => journal.locale)
  return (
    <p className={styles.more}>
      {words.looking} {files > 0 && <span aria-hidden>{words.lookedSoFar(numberInWords(files, locale))}</span>}
    </p>
  )
}

function summary(findings: readonly Finding[], files: number, inWords: (count: number) => string): string {
  const waiting = findings.filter((finding) => concernOf(finding) !== 'note').length
  if (waiting === 0) return words.well(messages.counted.files(files, inWords(files)))
  return words.trouble(messages.counted.files(waiting, inWords(waiting)))
}
