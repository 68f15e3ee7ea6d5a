/** The commands with their keys, and the way back to what they have by themselves. */
import { useEffect, useState } from 'react'
import { type CommandId, commands } from '#shared/contract/commands'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { resetCommandKeys, setCommandKeys, useCommandKeys } from '../../state/journal/commandKeysStore'
import { sayFailure } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { CommandRow } from './CommandRow'
import styles from './KeysDialog.module.css'

const words = messages.keys

export function CommandGroup() {
  const keys = useCommandKeys()
  const [captureKeys, setCaptureKeys] = useState<string | null>(null)
  useEffect(() => {
    // Without an answer a press of them opens quick capture, and that is seen.
    request('keys.read', undefined).then(
      (chosen) => setCaptureKeys(chosen.keys),
      () => undefined,
    )
  }, [])
  const resetAll = async () => {
    const before = Array.from(keys.changed, (id) => [id, keys.of.get(id) ?? null] as const)
    await resetCommandKeys(null)
    const undo = { label: messages.writing.undo, run: () => void bringBack(before).catch(sayFailure) }
    showToast(words.allReset, before.length > 0 ? undo : null)
  }
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{words.anywhere}</h3>
      <dl>
        {commands.map((command) => (
          <CommandRow key={command.id} command={command} keys={keys} captureKeys={captureKeys} />
        ))}
      </dl>
      <Button kind="quiet" className={styles.all} onPress={() => void resetAll().catch(sayFailure)}>
        {words.resetAll}
      </Button>
    </section>
  )
}

/** First none has any: two that had each other's keys would else be in each other's way. */
async function bringBack(before: readonly (readonly [CommandId, string | null])[]): Promise<void> {
  for (const [id] of before) await setCommandKeys(id, null)
  for (const [id, keys] of before) if (keys !== null) await setCommandKeys(id, keys)
}
