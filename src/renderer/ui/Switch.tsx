/** On or off, at once. With `hideLabel` the words are for screen readers alone. */
import { SwitchButton, SwitchField } from 'react-aria-components'
import { cx } from './cx'
import styles from './Switch.module.css'

export interface SwitchProps {
  readonly label: string
  readonly hideLabel?: boolean
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly isDisabled?: boolean
  readonly className?: string | undefined
}

export function Switch(props: SwitchProps) {
  const { label, hideLabel = false, hint, error, value, onChange, isDisabled = false, className } = props
  return (
    <SwitchField
      {...(hideLabel ? { 'aria-label': label } : {})}
      isSelected={value}
      onChange={onChange}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      className={cx(styles.field, className)}
    >
      <SwitchButton className={styles.button ?? ''}>
        <span className={styles.track}>
          <span className={styles.knob} />
        </span>
        {!hideLabel && <span>{label}</span>}
      </SwitchButton>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {error !== undefined && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </SwitchField>
  )
}
