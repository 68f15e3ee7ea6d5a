/** Other words, or another kind, for a capture. */
import { useState } from 'react'
import { type Capture, type CaptureKind, captureKinds } from '#shared/domain/capture/capture'
import { asMuchAsFits } from '#shared/domain/capture/captureLimit'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { failureInWords } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Select } from '../../ui/Select'
import { TextArea } from '../../ui/TextArea'
import styles from './Captures.module.css'

const words = messages.capturing

export interface EditDialogProps {
  readonly capture: Capture
  readonly onClose: () => void
}

export function EditDialog({ capture: { day, id, ...before }, onClose }: EditDialogProps) {
  const [text, setText] = useState(before.text)
  const [kind, setKind] = useState<CaptureKind>(before.kind)
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      await request('captures.edit', { day, id, kind, text })
      onClose()
    } catch (error) {
      setFailure(failureInWords(error))
    }
    setBusy(false)
  }
  return (
    <Dialog
      title={words.edit}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{messages.writing.cancel}</Button>
          <Button kind="primary" isPending={busy} isDisabled={text.trim() === ''} onPress={() => void save()}>
            {messages.reminding.save}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <TextArea
          label={words.text}
          value={text}
          onChange={(typed) => setText(asMuchAsFits(text, typed))}
          rows={6}
          autoFocus
          error={failure}
        />
        <Select
          label={words.kind}
          choices={captureKinds.map((one) => ({ id: one, label: words.kinds[one] }))}
          value={kind}
          onChange={setKind}
        />
      </div>
    </Dialog>
  )
}
