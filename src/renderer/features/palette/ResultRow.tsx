/** One thing that was found. The focus stays in the field: it says which row is meant. */
import { cx } from '../../ui/cx'
import { Kbd } from '../../ui/Kbd'
import styles from './PaletteDialog.module.css'
import type { PaletteItem } from './source'

export interface ResultRowProps {
  readonly id: string
  readonly item: PaletteItem
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

export function ResultRow({ id, item, isActive, onPoint, onChoose }: ResultRowProps) {
  const { label, detail, keys, icon: Icon } = item
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={cx(styles.row, isActive && styles.active)}
      // The row under a pointer that rests is not meant, only one that it moves to.
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon />
      <span dir="auto" className={styles.label}>
        {label}
      </span>
      {detail !== undefined && (
        <span dir="auto" className={styles.detail}>
          {detail}
        </span>
      )}
      {keys !== undefined && <Kbd keys={keys} />}
    </div>
  )
}
