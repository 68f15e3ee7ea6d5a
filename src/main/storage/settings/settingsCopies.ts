/** Second settings that sync programs left beside ours: ours stay, the others go to the versions. */
import { isDeepStrictEqual } from 'node:util'
import { v4 as uuid } from 'uuid'
import type { Instant } from '#shared/domain/day'
import type { Settings } from '#shared/domain/settings/settings'
import { instantName } from '../../disk/instantName'
import { moveDurably } from '../../disk/moveDurably'
import { DurableAdapter } from '../format/DurableAdapter'
import { folderNames, type JournalFolder, settingsName } from '../layout/journalFolder'
import type { JournalContext } from '../safekeeping/journalContext'
import { settingsFormat } from './settingsFormat'

/** A name that a sync program may give to second settings. */
export function isSettingsCopyName(name: string): boolean {
  return /^settings.+\.json$/.test(name)
}

export function keptSettingsPath(folder: JournalFolder, now: Instant): string {
  const name = `${instantName(now)}-${uuid().slice(0, 8)}.json`
  return folder.path(folderNames.versions, 'settings', name)
}

/** Once a start. Never throws: what can't be put away now stays for the next start. */
export async function putAwaySettingsCopies(journal: JournalContext, ours: Settings): Promise<void> {
  const { folder } = journal
  const found = await folder.list().catch(() => [])
  // While ours are missing, another file is all there is of them.
  if (!found.some(({ name }) => name === settingsName)) return
  for (const { name, kind } of found) {
    if (kind === 'file' && isSettingsCopyName(name)) await putAway(journal, name, ours).catch(() => undefined)
  }
}

async function putAway({ folder, lock, notices, clock }: JournalContext, name: string, ours: Settings): Promise<void> {
  const path = folder.path(name)
  // Throws for what is no settings: somebody's file, which is left alone.
  const copy = await new DurableAdapter(folder.disk, path, settingsFormat).read()
  if (!copy) return
  await lock.hold()
  await folder.inside([folderNames.versions, 'settings'], () =>
    moveDurably(folder.disk, path, keptSettingsPath(folder, clock.instant())),
  )
  if (!isDeepStrictEqual(copy, ours)) notices.tell({ kind: 'superseded', file: name, day: null, restored: false })
}
