/** A button with an icon; its name and keys show when it is pointed at or focused. */
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from './cx'
import styles from './IconButton.module.css'
import { Tip } from './Tip'

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  readonly label: string
  /** In Electron's accelerator form. */
  readonly keys?: string | undefined
  /** The icon. */
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({ label, keys, className, ...props }: IconButtonProps) {
  return (
    <Tip text={label} keys={keys}>
      <AriaButton {...props} aria-label={label} className={cx(styles.button, className)} />
    </Tip>
  )
}
