/** A menu in a popover, for a `MenuTrigger`: sections of actions, each with its keys. */
import type { LucideIcon } from 'lucide-react'
import { Menu as AriaMenu, Header, MenuItem, MenuSection } from 'react-aria-components'
import { cx } from './cx'
import { Kbd } from './Kbd'
import styles from './Menu.module.css'
import { Popover, type PopoverProps } from './Popover'

export interface MenuAction {
  readonly id: string
  readonly label: string
  /** One line on what it is for. */
  readonly description?: string
  readonly icon?: LucideIcon
  /** In Electron's accelerator form. */
  readonly keys?: string | undefined
  readonly isDisabled?: boolean
  readonly alert?: boolean
  readonly run: () => void
}

export interface MenuProps {
  /** What the menu is of, for screen readers. */
  readonly label: string
  readonly sections: readonly { readonly title?: string; readonly actions: readonly MenuAction[] }[]
  readonly placement?: PopoverProps['placement']
}

export function Menu({ label, sections, placement = 'bottom start' }: MenuProps) {
  return (
    <Popover placement={placement}>
      <AriaMenu aria-label={label} className={styles.menu ?? ''}>
        {sections.map(({ title, actions }) => {
          // Never an action's own id: two keys alike in one collection hang the page with its next render.
          const id = `section ${actions.map((action) => action.id).join(' ')}`
          return (
            <MenuSection key={id} id={id} className={styles.section ?? ''} aria-label={title ?? label}>
              {title !== undefined && <Header className={styles.title ?? ''}>{title}</Header>}
              {actions.map((action) => (
                <Item key={action.id} {...action} />
              ))}
            </MenuSection>
          )
        })}
      </AriaMenu>
    </Popover>
  )
}

function Item({ id, label, description, icon: Icon, keys, isDisabled = false, alert = false, run }: MenuAction) {
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      onAction={run}
      className={cx(styles.item, alert && styles.alert)}
    >
      {Icon && <Icon />}
      <span className={styles.words}>
        <span dir="auto">{label}</span>
        {description !== undefined && (
          <span dir="auto" className={styles.description ?? ''}>
            {description}
          </span>
        )}
      </span>
      {keys !== undefined && <Kbd keys={keys} />}
    </MenuItem>
  )
}
