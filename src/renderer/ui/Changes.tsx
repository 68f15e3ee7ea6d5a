/** A text as it became another: what came is underlined, what went struck through, and both are said to a screen reader. */
import { Fragment } from 'react'
import type { Change } from '#shared/domain/text/differences'
import { messages } from '#shared/messages/messages'
import styles from './Changes.module.css'
import unseen from './unseen.module.css'

const words = messages.history

export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  return changes.map(({ text, kind }, at) => {
    const key = `${at} ${kind}`
    if (kind === 'same') return <Fragment key={key}>{text}</Fragment>
    const Element = kind === 'added' ? 'ins' : 'del'
    return (
      <Element key={key} className={styles[kind]}>
        <span className={unseen.unseen}>{kind === 'added' ? words.added : words.removed} </span>
        {text}
      </Element>
    )
  })
}
