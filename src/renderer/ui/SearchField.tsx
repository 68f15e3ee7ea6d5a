/** Looks something up; Escape or the cross empties it. */
import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Group,
  Input,
} from 'react-aria-components'
import { messages } from '#shared/messages/messages'
import { cx } from './cx'
import field from './field.module.css'
import styles from './SearchField.module.css'

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'children' | 'aria-label'> {
  /** Also its placeholder. */
  readonly label: string
  readonly className?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}

export function SearchField({ label, className, inputRef, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField {...props} aria-label={label} className={cx(styles.search, className)}>
      <Group className={cx(field.box, styles.box)}>
        <Search />
        <Input
          type="search"
          dir="auto"
          placeholder={label}
          className={styles.input ?? ''}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
        <Button aria-label={messages.finding.clearSearch} className={styles.clear ?? ''}>
          <X />
        </Button>
      </Group>
    </AriaSearchField>
  )
}
