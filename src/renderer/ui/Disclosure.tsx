/** A line that unfolds what is below it. */
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Disclosure as AriaDisclosure,
  type DisclosureProps as AriaDisclosureProps,
  Button,
  DisclosurePanel,
} from 'react-aria-components'
import { cx } from './cx'
import styles from './Disclosure.module.css'

export interface DisclosureProps extends Omit<AriaDisclosureProps, 'className' | 'children'> {
  readonly title: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
}

export function Disclosure({ title, children, className, ...props }: DisclosureProps) {
  return (
    <AriaDisclosure {...props} className={cx(styles.disclosure, className)}>
      <Button slot="trigger" className={styles.trigger ?? ''}>
        <ChevronRight />
        {title}
      </Button>
      <DisclosurePanel className={styles.panel ?? ''}>{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
