/** A button with words. `primary` is the one thing a screen asks for, `plain` an ordinary one, `quiet` has no border. */
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import styles from './Button.module.css'
import { cx } from './cx'

/** While it works it is `isPending` and not disabled, which would take the focus away. */
export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly kind?: 'primary' | 'plain' | 'quiet'
  /** For what cannot be taken back. */
  readonly alert?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ kind = 'plain', alert = false, className, ...props }: ButtonProps) {
  return <AriaButton {...props} className={cx(styles.button, styles[kind], alert && styles.alert, className)} />
}
