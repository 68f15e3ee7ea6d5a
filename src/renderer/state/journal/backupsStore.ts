/** How the backups stand. Fed by main alone, from when a part of the page first looks. */
import { create } from 'zustand'
import type { BackupsState } from '#shared/contract/backups'
import type { RequestName } from '#shared/contract/channels'
import type { Responses } from '#shared/contract/requests'
import type { BackupName } from '#shared/domain/backup/backup'
import { listen, request } from '../bridge'

export const useBackups = create<{ readonly state: BackupsState | null }>(() => ({ state: null }))

/** The requests that answer with how the backups stand now. */
export type BackupRequest = {
  [K in RequestName]: Responses[K] extends BackupsState ? K : never
}[RequestName] &
  `backups.${string}`

export async function askBackups(name: BackupRequest): Promise<BackupsState> {
  const state = await request(name, undefined)
  useBackups.setState({ state })
  return state
}

/** Resolves with the name of the backup that was chosen, null for none. */
export async function chooseBackupFile(): Promise<BackupName | null> {
  const { state, added } = await request('backups.chooseFile', undefined)
  useBackups.setState({ state })
  return added
}

/** Keeps the store true until the returned function is called. */
export function followBackups(): () => void {
  return listen('backupsChanged', (state) => useBackups.setState({ state }))
}
