/** The query in words, and what of it was not understood: choosing a mistake selects that part in the field. */
import { messages } from '#shared/messages/messages'
import { Button } from '../../ui/Button'
import styles from './Explanation.module.css'
import type { Explained, ShownMistake } from './explained'

export interface ExplanationProps extends Explained {
  readonly onShow: (mistake: ShownMistake) => void
}

export function Explanation({ sentence, mistakes, onShow }: ExplanationProps) {
  return (
    <div className={styles.explanation}>
      <p role="status" dir="auto" className={styles.sentence}>
        {sentence}
      </p>
      <div role="status" className={styles.mistakes}>
        {mistakes.map((mistake) => (
          <Button
            key={`${mistake.start} ${mistake.sentence}`}
            kind="quiet"
            aria-label={messages.results.showMistake(mistake.sentence)}
            className={styles.mistake}
            onPress={() => onShow(mistake)}
          >
            <span dir="auto">{mistake.sentence}</span>
          </Button>
        ))}
      </div>
    </div>
  )
}
