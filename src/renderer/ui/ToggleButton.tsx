/** A button that stays pressed. With `label` it is an icon, named by its tooltip; without, it has words of its own. */
import type { ReactNode, Ref } from 'react'
import {
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components'
import { cx } from './cx'
import iconStyles from './IconButton.module.css'
import { Tip } from './Tip'
import styles from './ToggleButton.module.css'

export interface ToggleButtonProps extends Omit<AriaToggleButtonProps, 'className' | 'children' | 'aria-label'> {
  readonly label?: string
  /** In Electron's accelerator form; shown with the label. */
  readonly keys?: string | undefined
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

export function ToggleButton({ label, keys, className, ...props }: ToggleButtonProps) {
  if (label === undefined) return <AriaToggleButton {...props} className={cx(styles.button, className)} />
  return (
    <Tip text={label} keys={keys}>
      <AriaToggleButton {...props} aria-label={label} className={cx(iconStyles.button, className)} />
    </Tip>
  )
}
