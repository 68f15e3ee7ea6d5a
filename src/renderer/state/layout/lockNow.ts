/** Locks the journal; where it has no lock, the settings offer one. */
import { request } from '../bridge'
import { showPanel } from './layoutStore'

export async function lockNow(): Promise<void> {
  const { isOn } = await request('lock.read', undefined)
  if (isOn) await request('lock.lockNow', undefined)
  else showPanel('settings')
}
