/** Puts a capture into an answer of the open page: which one, and in what form. */
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { Capture } from '#shared/domain/capture/capture'
import { messages } from '#shared/messages/messages'
import type { Form } from '../../editor/page/insertIntoAnswer'
import { lastAnswer, openAnswers } from '../../editor/page/openAnswers'
import { Button } from '../../ui/Button'
import { cx } from '../../ui/cx'
import { Dialog } from '../../ui/Dialog'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Select } from '../../ui/Select'
import styles from './Captures.module.css'
import { putInto } from './insertCapture'

const words = messages.capturing

export interface InsertDialogProps {
  readonly capture: Capture
  readonly onClose: () => void
}

export function InsertDialog({ capture, onClose }: InsertDialogProps) {
  const [answers] = useState(openAnswers)
  const [at, setAt] = useState(() => {
    const last = lastAnswer()
    return String(
      Math.max(
        0,
        answers.findIndex(({ editor }) => editor === last?.editor),
      ),
    )
  })
  const [form, setForm] = useState<Form>('text')
  const answer = answers[Number(at)]
  const insert = () => {
    // Gone before the words are put in: it would take the caret back from them.
    flushSync(onClose)
    if (answer) putInto(capture, answer, form)
  }
  return (
    <Dialog
      title={words.insert}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{messages.writing.cancel}</Button>
          <Button kind="primary" autoFocus isDisabled={answer === undefined} onPress={insert}>
            {words.insertAction}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <p dir="auto" className={cx(styles.text, styles.preview)}>
          {capture.text}
        </p>
        {answer === undefined ? (
          <p>{words.noAnswer}</p>
        ) : (
          <>
            <Select
              label={words.insertInto}
              choices={answers.map(({ question }, index) => ({
                id: String(index),
                label: question ?? messages.writing.freeAnswer,
              }))}
              value={at}
              onChange={setAt}
            />
            <SegmentedControl
              label={words.insertAs}
              choices={[
                { id: 'text', label: words.asText },
                { id: 'bullet', label: words.asBullet },
              ]}
              value={form}
              onChange={setForm}
            />
          </>
        )}
      </div>
    </Dialog>
  )
}
