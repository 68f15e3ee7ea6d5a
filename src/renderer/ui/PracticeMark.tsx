/** A practice as its icon and name beside a thin mark in its hue; `iconOnly` for a row of them, named to screen readers. */
import type { PracticeId } from '#shared/domain/practice/practice'
import { practice } from '#shared/domain/practice/practices'
import { cx } from './cx'
import styles from './PracticeMark.module.css'
import { practiceIcons } from './practiceIcons'

export interface PracticeMarkProps {
  readonly practice: PracticeId
  readonly iconOnly?: boolean
  readonly className?: string | undefined
}

export function PracticeMark({ practice: id, iconOnly = false, className }: PracticeMarkProps) {
  const Icon = practiceIcons[id]
  const { name } = practice(id)
  if (iconOnly) {
    return (
      <span role="img" aria-label={name} title={name} data-practice={id} className={cx(styles.icon, className)}>
        <Icon />
      </span>
    )
  }
  return (
    <span data-practice={id} className={cx(styles.mark, className)}>
      <Icon />
      {name}
    </span>
  )
}
