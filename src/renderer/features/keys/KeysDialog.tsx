/** Every key of the app, in one place. */
import { Fragment, type ReactNode } from 'react'
import { type Command, commands } from '#shared/contract/commands'
import { messages } from '#shared/messages/messages'
import { checkKeys } from '../../editor/extensions/CheckItemExtension'
import { barKeys, formatActions, linkKeys } from '../../editor/formatting/formatActions'
import { showPanel } from '../../state/layout/layoutStore'
import { Dialog } from '../../ui/Dialog'
import { Kbd } from '../../ui/Kbd'
import styles from './KeysDialog.module.css'

const words = messages.keys
const { format } = messages.writing

interface Row {
  readonly label: string
  readonly keys: readonly string[]
}

const anywhere: readonly Row[] = [
  ...commands.flatMap(({ id, keys }: Command) => (keys ? [{ label: messages.commands[id], keys: [keys] }] : [])),
  { label: words.notices, keys: ['F6'] },
]

const page: readonly Row[] = [
  { label: words.nextAnswer, keys: ['Tab', 'CmdOrCtrl+Enter'] },
  { label: words.previousAnswer, keys: ['Shift+Tab', 'CmdOrCtrl+Shift+Enter'] },
  { label: words.question, keys: ['Esc', 'Tab'] },
]

const text: readonly Row[] = [
  { label: words.bar, keys: [barKeys] },
  ...formatActions.flatMap(({ id, keys }) => (keys === null ? [] : [{ label: format[id], keys: [keys] }])),
  { label: format.link, keys: [linkKeys] },
  { label: words.checkItem, keys: [checkKeys] },
  { label: words.nest, keys: ['Tab', 'Shift+Tab'] },
]

export function KeysDialog() {
  return (
    <Dialog title={words.title} isText isOpen onClose={() => showPanel(null)}>
      <Group title={words.anywhere} rows={anywhere.map(withKeys)} />
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
