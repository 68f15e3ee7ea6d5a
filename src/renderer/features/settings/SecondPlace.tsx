/** The second place for backups: chosen, shown as it is, given up. */
import type { BackupsState } from '#shared/contract/backups'
import { messages } from '#shared/messages/messages'
import type { BackupRequest } from '../../state/journal/backupsStore'
import { useWhen } from '../../state/journal/useWhen'
import { Button } from '../../ui/Button'
import styles from './SettingsDialog.module.css'

const words = messages.backingUp

export interface SecondPlaceProps {
  readonly second: BackupsState['second']
  readonly ask: (name: BackupRequest) => void
}

export function SecondPlace({ second, ask }: SecondPlaceProps) {
  const when = useWhen()
  return (
    <fieldset className={styles.keys}>
      <legend className={styles.legend}>{words.second}</legend>
      {second === null ? (
        <p className={styles.hint}>{words.secondNone}</p>
      ) : (
        <div>
          <p className={styles.folder}>{second.folder}</p>
          <p className={styles.hint}>{inWords(second, when)}</p>
        </div>
      )}
      <div className={styles.actions}>
        <Button onPress={() => ask('backups.chooseSecond')}>{second === null ? words.choose : words.change}</Button>
        {second !== null && (
          <Button kind="quiet" onPress={() => ask('backups.forgetSecond')}>
            {words.forget}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

function inWords(second: NonNullable<SecondPlaceProps['second']>, when: (at: string) => string): string {
  if (!second.isThere) return words.secondAway
  if (second.failure !== null) return words.secondFailed(messages.failures[second.failure])
  return second.last === null ? words.secondEmpty : words.secondHas(when(second.last.at))
}
