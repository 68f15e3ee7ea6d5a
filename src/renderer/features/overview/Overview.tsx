/** Looking back, in the page's place: a year day by day, and the whole time. */
import { ArrowLeft } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { saveOpenPage } from '../../state/draft/autosaveWatch'
import { showView } from '../../state/layout/layoutStore'
import { Button } from '../../ui/Button'
import styles from './Overview.module.css'
import { useWholeTime } from './useAnswer'
import { WholeTime } from './WholeTime'
import { YearSection } from './YearSection'

const words = messages.overview

export function Overview() {
  const { value, failed, again } = useWholeTime()
  const [attempt, setAttempt] = useState(0)
  const view = useRef<HTMLElement>(null)
  useEffect(() => {
    view.current?.focus()
    // What was typed just now counts too.
    void saveOpenPage()
  }, [])
  const retry = () => {
    again()
    setAttempt(attempt + 1)
  }
  const isEmpty = value?.complete === true && value.months.length === 0
  return (
    <section ref={view} tabIndex={-1} aria-labelledby="overview" className={styles.view} onKeyDown={leave}>
      <header className={styles.head}>
        <h1 id="overview" className={styles.title}>
          {words.title}
        </h1>
        <Button kind="quiet" onPress={() => showView('page')}>
          <ArrowLeft />
          {words.back}
        </Button>
      </header>
      <div role="status" className={styles.state}>
        {failed && <Failed again={retry} />}
        {!failed && isEmpty && <p>{words.nothingYet}</p>}
        {!failed && value?.complete === false && <p>{messages.finding.stillReading}</p>}
      </div>
      {!isEmpty && <YearSection key={attempt} />}
      {value !== null && !isEmpty && <WholeTime overall={value} />}
    </section>
  )
}

function Failed({ again }: { readonly again: () => void }) {
  return (
    <p className={styles.failed}>
      {words.failed}
      <Button kind="quiet" onPress={again}>
        {words.again}
      </Button>
    </p>
  )
}

/** What opened above it closes first. */
function leave(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.defaultPrevented) showView('page')
}
