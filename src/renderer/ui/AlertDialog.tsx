/** Asks before something that cannot be taken back. Focus starts on the way out. */
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { messages } from '#shared/messages/messages'
import styles from './AlertDialog.module.css'
import { Button } from './Button'
import { cx } from './cx'
import dialogStyles from './Dialog.module.css'

export interface AlertDialogProps {
  readonly title: string
  readonly explanation: string
  readonly action: string
  readonly isOpen: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

export function AlertDialog({ title, explanation, action, isOpen, onConfirm, onCancel }: AlertDialogProps) {
  return (
    <ModalOverlay
      className={dialogStyles.veil ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onCancel()
      }}
    >
      <Modal className={cx(dialogStyles.modal, dialogStyles.small)}>
        <AriaDialog role="alertdialog" className={styles.dialog ?? ''}>
          <Heading slot="title" dir="auto" className={styles.title ?? ''}>
            {title}
          </Heading>
          <p dir="auto" className={styles.explanation}>
            {explanation}
          </p>
          <div className={styles.actions}>
            <Button onPress={onCancel} autoFocus>
              {messages.writing.cancel}
            </Button>
            <Button kind="primary" alert onPress={onConfirm}>
              {action}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
