/** How far main has come with what it does with all files of a lock, in words. */
import { useEffect, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { listen } from '../bridge'
import { useJournal } from './journalStore'

export function useLockProgress(): string | undefined {
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
