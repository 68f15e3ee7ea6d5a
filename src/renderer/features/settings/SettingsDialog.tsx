/** What a person can choose. Each change is saved at once. */
import type { ReactNode } from 'react'
import { messages } from '#shared/messages/messages'
import { showPanel } from '../../state/layout/layoutStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { AppearanceFields } from './AppearanceFields'
import { BackgroundFields } from './BackgroundFields'
import { BackupFields } from './BackupFields'
import { CaptureKeysField } from './CaptureKeysField'
import { DayFields } from './DayFields'
import { FolderField } from './FolderField'
import { LockFields } from './LockFields'
import { ManagerField } from './ManagerField'
import styles from './SettingsDialog.module.css'
import { VersionLimitField } from './VersionLimitField'

const words = messages.settings

export function SettingsDialog() {
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={() => showPanel(null)}
      footer={
        <div className={styles.ways}>
          <Button kind="quiet" onPress={() => showPanel('reminders')}>
            {messages.commands.reminders}
          </Button>
          <Button kind="quiet" onPress={() => showPanel('trash')}>
            {words.trash}
          </Button>
          <Button kind="quiet" onPress={() => showPanel('health')}>
            {messages.health.title}
          </Button>
          <Button kind="quiet" onPress={() => showPanel('export')}>
            {words.export}
          </Button>
          <Button kind="quiet" onPress={() => showPanel('about')}>
            {words.about}
          </Button>
        </div>
      }
    >
      <Group title={words.appearance}>
        <AppearanceFields />
      </Group>
      <Group title={words.days}>
        <DayFields />
      </Group>
      <Group title={words.questions}>
        <ManagerField />
      </Group>
      <Group title={words.shortcuts}>
        <CaptureKeysField />
        <div className={styles.actions}>
          <Button onPress={() => showPanel('keys')}>{words.allShortcuts}</Button>
        </div>
      </Group>
      <Group title={messages.background.title}>
        <BackgroundFields />
      </Group>
      <Group title={messages.locking.title}>
        <LockFields />
      </Group>
      <Group title={words.journal}>
        <FolderField />
        <VersionLimitField />
      </Group>
      <Group title={messages.backingUp.title}>
        <BackupFields />
      </Group>
    </Dialog>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}
