/** How the backups stand. Fed by main alone, from when a part of the page first looks. */
import { create } from 'zustand'
import type { BackupsState } from '#shared/contract/backups'
import type { RequestName } from '#shared/contract/channels'
import type { Responses } from '#shared/contract/requests'
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

/** Keeps the store true until the returned function is called. */
export function followBackups(): () => void {
  return listen('backupsChanged', (state) => useBackups.setState({ state }))
}
