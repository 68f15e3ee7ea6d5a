/** A look through the journal's files, and another one after each thing that was done. */
import { useCallback, useEffect, useState } from 'react'
import type { Health } from '#shared/contract/health'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { listen, request } from '../../state/bridge'
import { recallCopies, useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { failureInWords } from '../../state/sayFailure'
import type { RepairOption } from './repairOptions'

const words = messages.health

export interface HealthModel {
  /** Of the last look that came to its end. */
  readonly health: Health | null
  readonly isLooking: boolean
  /** Files looked at so far. */
  readonly files: number
  /** What became of the last thing that was done, or why it was not. */
  readonly said: string
  /** The words of a file that was set aside. */
  readonly text: string | null
  /** A passphrase is asked for, of what another lock sealed. */
  readonly isOpening: boolean
  look(): void
  go(option: RepairOption): void
  /** Throws what is wrong with the passphrase. */
  openSealed(typed: string): Promise<void>
}

export function useHealth(): HealthModel {
  const locale = useJournal((journal) => journal.locale)
  const [health, setHealth] = useState<Health | null>(null)
  const [isLooking, setLooking] = useState(true)
  const [files, setFiles] = useState(0)
  const [said, setSaid] = useState('')
  const [text, setText] = useState<string | null>(null)
  const [isOpening, setOpening] = useState(false)

  const look = useCallback(async () => {
    setLooking(true)
    setFiles(0)
    try {
      setHealth(await request('health.read', undefined))
    } catch (error) {
      setSaid(failureInWords(error))
    } finally {
      setLooking(false)
    }
  }, [])

  useEffect(() => {
    void look()
    return listen('healthLooked', ({ files: now }) => setFiles(now))
  }, [look])

  /** What there is to say of it; null when nothing changed on the disk. */
  async function done(option: RepairOption): Promise<string | null> {
    switch (option.kind) {
      case 'repair':
        await request('health.repair', option.what)
        return words.repaired
      case 'bringBack':
        await request('health.restore', { kind: option.of, id: option.record })
        return words.broughtBack
      case 'dismissFile':
        await request('health.dismissFile', { file: option.file })
        return words.fileDismissed
      case 'dismiss':
        await request('health.dismiss', option.place)
        return words.dismissed
      case 'history':
        showPanel('history', option.record)
        return null
      case 'backups':
        showPanel('restore')
        return null
      case 'admit':
        await request('health.admit', undefined)
        return words.admitted
      case 'showText':
        setText(await request('health.text', { file: option.file }))
        return null
      case 'openSealed':
        setOpening(true)
        return null
      case 'compare':
        recallCopies(option.record, option.day, option.file)
        showPanel('copies')
        return null
    }
  }

  async function run(option: RepairOption): Promise<void> {
    setSaid('')
    setText(null)
    setOpening(false)
    try {
      const sentence = await done(option)
      if (sentence === null) return
      setSaid(sentence)
    } catch (error) {
      setSaid(failureInWords(error))
    }
    await look()
  }

  async function openSealed(typed: string): Promise<void> {
    const { opened, left } = await request('lock.openWaiting', { typed })
    setOpening(false)
    const counted = (count: number) => messages.counted.files(count, numberInWords(count, locale))
    setSaid(left === 0 ? words.opened(counted(opened)) : words.openedLeft(counted(opened), counted(left)))
    await look()
  }

  return {
    health,
    isLooking,
    files,
    said,
    text,
    isOpening,
    look: () => void look(),
    go: (option) => void run(option),
    openSealed,
  }
}
