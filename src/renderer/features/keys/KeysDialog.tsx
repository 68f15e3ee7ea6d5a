/** Every key of the app, in one place; those of commands can be changed. */
import { Fragment, type ReactNode } from 'react'
import { editorKeys } from '#shared/contract/editorKeys'
import { messages } from '#shared/messages/messages'
import { formatActions } from '../../editor/formatting/formatActions'
import { showPanel } from '../../state/layout/layoutStore'
import { Dialog } from '../../ui/Dialog'
import { Kbd } from '../../ui/Kbd'
import { CommandGroup } from './CommandGroup'
import styles from './KeysDialog.module.css'

const words = messages.keys
const { format } = messages.writing

interface Row {
  readonly label: string
  readonly keys: readonly string[]
}

const page: readonly Row[] = [
  { label: words.notices, keys: [editorKeys.notices] },
  { label: words.nextAnswer, keys: ['Tab', editorKeys.nextAnswer] },
  { label: words.previousAnswer, keys: ['Shift+Tab', editorKeys.previousAnswer] },
  { label: words.question, keys: ['Esc', 'Tab'] },
]

const text: readonly Row[] = [
  { label: words.bar, keys: [editorKeys.bar] },
  ...formatActions.flatMap(({ id, keys }) => (keys === null ? [] : [{ label: format[id], keys: [keys] }])),
  { label: format.link, keys: [editorKeys.link] },
  { label: words.openName, keys: [editorKeys.openName] },
  { label: words.checkItem, keys: [editorKeys.checkItem] },
  { label: words.nest, keys: ['Tab', 'Shift+Tab'] },
  { label: words.cell, keys: ['Tab', 'Shift+Tab'] },
  { label: words.leaveTable, keys: ['Esc'] },
]

export function KeysDialog() {
  return (
    <Dialog title={words.title} isText isOpen onClose={() => showPanel(null)}>
      <CommandGroup />
      <Group title={words.page} rows={page.map(withKeys)} />
      <Group title={words.text} rows={text.map(withKeys)} />
      <Group
        title={words.typed}
        rows={words.markdown.map(([typed, label]) => ({
          label,
          shown: <code className={styles.typed}>{typed}</code>,
        }))}
      />
    </Dialog>
  )
}

interface Shown {
  readonly label: string
  readonly shown: ReactNode
}

function withKeys({ label, keys }: Row): Shown {
  return {
    label,
    shown: keys.map((key, at) => (
      <Fragment key={key}>
        {at > 0 && ` ${words.or} `}
        <Kbd keys={key} />
      </Fragment>
    )),
  }
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly Shown[] }) {
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <dl>
        {rows.map(({ label, shown }) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd className={styles.keys}>{shown}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
