/** An entry's versions, the one that is looked at, and what became of its words since. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { EntryHistory } from '#shared/contract/history'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import type { Returning, Version, VersionId } from '#shared/domain/entry/version'
import { messages } from '#shared/messages/messages'
import { failureCodeOf, request } from '../../state/bridge'
import { failureInWords } from '../../state/sayFailure'
import { bringBack, readHistory } from './historyActions'

export interface HistoryModel {
  /** Null until it was read. */
  readonly history: EntryHistory | null
  /** The version that is looked at, and what it says once that was read. */
  readonly chosen: Version | null
  readonly earlier: Entry | null
  readonly busy: Returning | null
  readonly failed: string
  choose(version: VersionId): void
  /** Resolves with whether it was done. */
  bring(as: Returning): Promise<boolean>
}

/** `onUnsaved` is called when the open page has words that can't be stored. */
export function useHistory(id: EntryId, onUnsaved: () => void): HistoryModel {
  const [history, setHistory] = useState<EntryHistory | null>(null)
  const [wanted, setWanted] = useState<VersionId | null>(null)
  const [read, setRead] = useState<{ readonly version: VersionId; readonly entry: Entry } | null>(null)
  const [busy, setBusy] = useState<Returning | null>(null)
  const [failed, setFailed] = useState('')
  const latest = useRef<VersionId | null>(null)
  const versions = history?.versions ?? []
  const chosen = versions.find((version) => version.id === wanted) ?? versions[0] ?? null
  const chosenId = chosen?.id ?? null

  const look = useCallback(async () => {
    const found = await readHistory(id)
    if (found) setHistory(found)
    else onUnsaved()
  }, [id, onUnsaved])

  useEffect(() => {
    look().catch((error: unknown) => setFailed(failureInWords(error)))
  }, [look])

  useEffect(() => {
    latest.current = chosenId
    if (chosenId === null) return
    request('history.version', { id, version: chosenId }).then(
      (entry) => {
        if (latest.current === chosenId) setRead({ version: chosenId, entry })
      },
      (error: unknown) => {
        if (latest.current === chosenId) setFailed(failureInWords(error))
      },
    )
  }, [id, chosenId])

  async function bring(as: Returning): Promise<boolean> {
    if (!history || !chosen || busy !== null) return false
    setBusy(as)
    setFailed('')
    try {
      await bringBack(history, chosen, as)
      return true
    } catch (error) {
      const isConflict = failureCodeOf(error) === 'conflict'
      setFailed(isConflict ? messages.history.conflict : failureInWords(error))
      // What is there may be something else by now.
      await look().catch(() => undefined)
      return false
    } finally {
      setBusy(null)
    }
  }

  return {
    history,
    chosen,
    earlier: read?.version === chosenId ? read.entry : null,
    busy,
    failed,
    choose(version) {
      setFailed('')
      setWanted(version)
    },
    bring,
  }
}
