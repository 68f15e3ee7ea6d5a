/** Chosen or not, one among others; `children` are its words. */
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import styles from './Checkbox.module.css'

export interface CheckboxProps {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly children: ReactNode
}

export function Checkbox({ value, onChange, children }: CheckboxProps) {
  return (
    <CheckboxField isSelected={value} onChange={onChange}>
      <CheckboxButton className={styles.button ?? ''}>
        <span className={styles.box}>{value && <Check />}</span>
        <span className={styles.words}>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  )
}
