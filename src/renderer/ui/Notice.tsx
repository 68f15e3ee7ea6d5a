/** A line across the window: a sentence, what explains it, and what can be done. */
import type { ReactNode } from 'react'
import styles from './Notice.module.css'

export interface NoticeProps {
  readonly sentence: string
  readonly more?: string | undefined
  /** Buttons. */
  readonly children: ReactNode
}

export function Notice({ sentence, more, children }: NoticeProps) {
  return (
    <div className={styles.notice}>
      <div className={styles.words}>
        <p dir="auto" className={styles.sentence}>
          {sentence}
        </p>
        {more !== undefined && (
          <p dir="auto" className={styles.more}>
            {more}
          </p>
        )}
      </div>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}
