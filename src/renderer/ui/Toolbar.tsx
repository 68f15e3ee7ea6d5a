/** A row of controls that Tab enters once and arrows walk. */
import { Toolbar as AriaToolbar, type ToolbarProps as AriaToolbarProps } from 'react-aria-components'
import { cx } from './cx'
import styles from './Toolbar.module.css'

export interface ToolbarProps extends Omit<AriaToolbarProps, 'className'> {
  readonly 'aria-label': string
  readonly className?: string | undefined
}

export function Toolbar({ className, ...props }: ToolbarProps) {
  return <AriaToolbar {...props} className={cx(styles.toolbar, className)} />
}
