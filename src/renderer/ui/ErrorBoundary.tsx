/** Keeps a fault in one part of the window from taking the others with it, and offers a way on. */
import { Component, type ReactNode } from 'react'
import { messages } from '#shared/messages/messages'
import { Button } from './Button'
import styles from './ErrorBoundary.module.css'

export interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** Before the part is shown anew. */
  readonly onAgain?: () => void
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    const again = () => {
      this.props.onAgain?.()
      this.setState({ failed: false })
    }
    return (
      <div role="alert" className={styles.failed}>
        <p>{messages.partFailed.sentence}</p>
        <Button onPress={again}>{messages.partFailed.again}</Button>
      </div>
    )
  }
}
