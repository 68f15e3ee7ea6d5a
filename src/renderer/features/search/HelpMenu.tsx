/** What a search can say, with examples: choosing one puts it into the field. */
import { CircleHelp } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { messages } from '#shared/messages/messages'
import type { OperatorWords } from '#shared/messages/operatorWords'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import styles from './Finder.module.css'

const words = messages.results

export interface HelpMenuProps {
  readonly query: string
  /** The query with the example, and where in it stands what one types over. */
  readonly onChoose: (query: string, start: number, end: number) => void
}

export function HelpMenu({ query, onChoose }: HelpMenuProps) {
  const actionsOf = (operators: readonly OperatorWords[]) =>
    operators.map(({ example, part, explanation }) => ({
      id: example,
      label: example,
      description: explanation,
      run() {
        const before = query.trim() === '' ? '' : `${query.trim()} `
        const start = before.length + example.indexOf(part)
        onChoose(before + example, start, start + part.length)
      },
    }))
  const { words: plain, about, when } = messages.operators
  return (
    <MenuTrigger>
      <IconButton label={words.help} className={styles.tool}>
        <CircleHelp />
      </IconButton>
      <Menu
        label={words.help}
        placement="bottom end"
        sections={[
          { title: words.helpNarrow, actions: actionsOf(plain) },
          { title: words.helpAbout, actions: actionsOf(about) },
          { title: words.helpWhen, actions: actionsOf(when) },
        ]}
      />
    </MenuTrigger>
  )
}
