/** What floats beside the thing that opened it. Inside a trigger it needs no more than children; alone, `triggerRef` and `isOpen`. */
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components'
import { cx } from './cx'
import styles from './Popover.module.css'

export interface PopoverProps extends Omit<AriaPopoverProps, 'className'> {
  readonly className?: string | undefined
}

export function Popover({ className, ...props }: PopoverProps) {
  return <AriaPopover offset={6} {...props} className={cx(styles.popover, className)} />
}
