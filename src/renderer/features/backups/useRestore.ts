/** The backups that can be gone back to, and how the chosen one differs from the journal. */
import { useEffect, useState } from 'react'
import type { Backup, BackupName, Comparison } from '#shared/domain/backup/backup'
import { request } from '../../state/bridge'
import { askBackups, chooseBackupFile, useBackups } from '../../state/journal/backupsStore'
import { failureInWords } from '../../state/sayFailure'

export interface Restore {
  /** Null until they are known. */
  readonly backups: readonly Backup[] | null
  readonly chosen: Backup | null
  /** Null while it is looked at. */
  readonly comparison: Comparison | null
  readonly failure: string
  /** Of the chosen one, where another lock sealed it and the person has opened it. */
  readonly passphrase: string | undefined
  choose(name: BackupName): void
  /** A file from elsewhere; the chosen one from then on. */
  chooseFile(): void
  /** Looks into the chosen one with the passphrase of its time. Throws the failure. */
  unlock(passphrase: string): Promise<void>
}

interface Compared {
  readonly name: BackupName
  readonly comparison: Comparison
  readonly passphrase?: string
}

/** `isHidden`: no backup is looked into. */
export function useRestore(isHidden: boolean): Restore {
  const [isRead, setRead] = useState(false)
  const backups = useBackups(({ state }) => state?.backups ?? null)
  const [name, setName] = useState<BackupName | null>(null)
  const [compared, setCompared] = useState<Compared | null>(null)
  const [failure, setFailure] = useState('')
  const chosen = backups?.find((backup) => backup.name === name) ?? backups?.[0] ?? null

  useEffect(() => {
    askBackups('backups.read').then(
      () => setRead(true),
      (error: unknown) => setFailure(failureInWords(error)),
    )
  }, [])
  const asked = isRead && !isHidden ? chosen?.name : undefined
  useEffect(() => {
    if (asked === undefined) return
    let isWanted = true
    setFailure('')
    request('backups.compare', { name: asked }).then(
      (comparison) => isWanted && setCompared({ name: asked, comparison }),
      (error: unknown) => isWanted && setFailure(failureInWords(error)),
    )
    return () => {
      isWanted = false
    }
  }, [asked])
  const known = compared !== null && compared.name === chosen?.name ? compared : null
  return {
    backups: isRead ? backups : null,
    chosen,
    comparison: known?.comparison ?? null,
    failure,
    passphrase: known?.passphrase,
    choose: setName,
    chooseFile() {
      setFailure('')
      chooseBackupFile().then(
        (added) => {
          if (added !== null) setName(added)
        },
        (error: unknown) => setFailure(failureInWords(error)),
      )
    },
    async unlock(passphrase) {
      if (asked === undefined) return
      const comparison = await request('backups.compare', { name: asked, passphrase })
      setCompared({ name: asked, comparison, passphrase })
    },
  }
}
