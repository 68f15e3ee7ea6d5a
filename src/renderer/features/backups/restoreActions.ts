/** Goes back, and shows what is there then. */
import type { BackupName } from '#shared/domain/backup/backup'
import type { EntryId } from '#shared/domain/entry/entry'
import { request } from '../../state/bridge'
import { restart, useJournal } from '../../state/journal/journalStore'
import { reopenJournal } from '../../state/journal/reopenJournal'
import { mayLeave, openEntry, showPage } from '../../state/layout/openPageStore'

/** False when the open page could not be saved: then nothing was done. */
export async function goBack(name: BackupName): Promise<boolean> {
  const { trouble } = useJournal.getState()
  if (trouble !== null) {
    await request('backups.restore', { name })
    // The lock's screen has no page behind it.
    if (trouble === 'locked') await enter()
    else await reopenJournal()
    return true
  }
  // The page belongs to the journal that is left.
  if (!(await mayLeave())) return false
  await request('backups.restore', { name })
  showPage((await restart()).page)
  return true
}

/** `passphrase` is of a backup that another lock sealed. */
export async function bringBack(
  name: BackupName,
  ids: readonly EntryId[],
  passphrase: string | undefined,
): Promise<boolean> {
  const [first] = ids
  if (first === undefined || !(await mayLeave())) return false
  await request('backups.restoreEntries', { name, ids: [...ids], ...(passphrase === undefined ? {} : { passphrase }) })
  await openEntry(first)
  return true
}

async function enter(): Promise<void> {
  const { page, trouble } = await restart()
  if (trouble !== 'locked') showPage(page)
}
