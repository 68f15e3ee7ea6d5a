/** How far main has come with turning the lock on or off, in words. */
import { useEffect, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { listen } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'

export function useProgress(): string | undefined {
  const locale = useJournal((journal) => journal.locale)
  const [progress, setProgress] = useState<string>()
  useEffect(() => {
    const { format } = new Intl.NumberFormat(locale)
    return listen('lockProgressed', ({ done, total }) =>
      setProgress(messages.locking.working(format(done), format(total))),
    )
  }, [locale])
  return progress
}
