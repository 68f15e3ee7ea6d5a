/** One of several, named in a list that opens. */
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, SelectValue, Text } from 'react-aria-components'
import { cx } from './cx'
import field from './field.module.css'
import { Popover } from './Popover'
import styles from './Select.module.css'
import unseen from './unseen.module.css'

export interface Choice<T extends string> {
  readonly id: T
  readonly label: string
  readonly icon?: ReactNode
  /** Shown in its place while it is chosen, where there is little room; its label is still what it is called. */
  readonly short?: string
}

export interface SelectProps<T extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly hint?: string
  readonly error?: string | undefined
  readonly choices: readonly Choice<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly className?: string
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel = false, hint, error, choices, value, onChange, className } = props
  return (
    <AriaSelect
      {...(hideLabel ? { 'aria-label': label } : {})}
      value={value}
      onChange={(key) => {
        const chosen = choices.find(({ id }) => id === key)
        if (chosen) onChange(chosen.id)
      }}
      isInvalid={error !== undefined}
      className={cx(field.field, className)}
    >
      {!hideLabel && <Label className={field.label ?? ''}>{label}</Label>}
      <Button className={cx(field.box, styles.button)}>
        <Chosen choice={choices.find(({ id }) => id === value)} />
        <ChevronDown />
      </Button>
      {hint !== undefined && (
        <Text slot="description" className={field.hint ?? ''}>
          {hint}
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" className={field.error ?? ''}>
          {error}
        </Text>
      )}
      <Popover>
        <ListBox items={choices} className={styles.list ?? ''}>
          {({ id, label: words, icon }) => (
            <ListBoxItem id={id} textValue={words} className={styles.item ?? ''}>
              {icon}
              <span dir="auto" className={styles.words}>
                {words}
              </span>
              <Check className={styles.check} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

function Chosen({ choice }: { readonly choice: Choice<string> | undefined }) {
  if (choice?.short === undefined) return <SelectValue dir="auto" className={styles.value ?? ''} />
  return (
    <SelectValue dir="auto" className={styles.value ?? ''}>
      <span aria-hidden className={styles.words}>
        {choice.short}
      </span>
      <span className={unseen.unseen}>{choice.label}</span>
    </SelectValue>
  )
}
