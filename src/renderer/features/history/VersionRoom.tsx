/** How much all earlier versions take, of what they may take. */
import { useEffect, useState } from 'react'
import { defaultVersionLimit } from '#shared/domain/entry/version'
import { messages } from '#shared/messages/messages'
import { sizeInWords } from '#shared/messages/sizes'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'

export function VersionRoom({ className }: { readonly className?: string | undefined }) {
  const { locale, settings } = useJournal()
  const [taken, setTaken] = useState<number | null>(null)
  useEffect(() => {
    // Without the answer there is simply nothing to show.
    request('history.taken', undefined).then(setTaken, () => undefined)
  }, [])
  const limit = (settings.versionLimit ?? defaultVersionLimit) * 1_000_000
  return (
    <p role="status" className={className}>
      {taken !== null && messages.history.room(sizeInWords(taken, locale), sizeInWords(limit, locale))}
    </p>
  )
}
