/** Two texts beside each other, with the words marked in which they differ. Each scrolls by itself and can be reached by keyboard. */
import { useMemo } from 'react'
import { differences, type Piece } from '#shared/domain/text/differences'
import styles from './SideBySide.module.css'

export interface Side {
  readonly title: string
  /** What stands around the words, a line each. */
  readonly about?: readonly string[]
  readonly text: string
}

export interface SideBySideProps {
  readonly left: Side
  readonly right: Side
}

export function SideBySide({ left, right }: SideBySideProps) {
  const marked = useMemo(() => differences(left.text, right.text), [left.text, right.text])
  return (
    <div className={styles.both}>
      <Column side={left} pieces={marked?.[0] ?? [plain(left)]} />
      <Column side={right} pieces={marked?.[1] ?? [plain(right)]} />
    </div>
  )
}

function plain({ text }: Side): Piece {
  return { text, differs: false }
}

function Column({ side, pieces }: { readonly side: Side; readonly pieces: readonly Piece[] }) {
  return (
    <div>
      <h3 className={styles.whose}>{side.title}</h3>
      {side.about?.map((line) => (
        <p key={line} className={styles.about}>
          {line}
        </p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls has to be reachable by keyboard. */}
      <section dir="auto" className={styles.text} tabIndex={0} aria-label={side.title}>
        {pieces.map(({ text, differs }, at) => {
          const key = `${at} ${text.length}`
          return differs ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
        })}
      </section>
    </div>
  )
}
