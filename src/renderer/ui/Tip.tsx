/** Names what is under the pointer or the focus, with its keys. Wraps one focusable thing. */
import type { ReactNode } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './Kbd'
import styles from './Tip.module.css'

export interface TipProps {
  readonly text: string
  readonly keys?: string | undefined
  readonly children: ReactNode
}

export function Tip({ text, keys, children }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <Tooltip className={styles.tip ?? ''} offset={6}>
        <span dir="auto">{text}</span>
        {keys !== undefined && <Kbd keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
