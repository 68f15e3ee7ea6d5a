/** Second settings that sync programs left beside ours: what only they changed comes into ours, all of them where ours are nowhere, and they go to the versions. */
import { isDeepStrictEqual } from 'node:util'
import { v4 as uuid } from 'uuid'
import type { Instant } from '#shared/domain/day'
import type { Saves } from '#shared/domain/record'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { instantName } from '../../disk/instantName'
import { moveDurably } from '../../disk/moveDurably'
import type { DocumentStore } from '../../services/ports/documentStore'
import { DurableAdapter } from '../format/DurableAdapter'
import { folderNames, type JournalFolder, settingsName } from '../layout/journalFolder'
import { covers } from '../records/lineage'
import type { JournalContext } from '../safekeeping/journalContext'
import { commonState, mergedSettings } from './mergeSettings'
import { settingsFormat } from './settingsFormat'
import { choicesOf } from './settingsRevision'

/** So many of the latest are looked at for what two devices began from. */
const mostStates = 50

/** A name that a sync program may give to second settings. */
export function isSettingsCopyName(name: string): boolean {
  return /^settings.+\.json$/.test(name)
}

export function keptSettingsPath(folder: JournalFolder, now: Instant): string {
  const name = `${instantName(now)}-${uuid().slice(0, 8)}.json`
  return folder.path(folderNames.versions, 'settings', name)
}

/** `merge`: what another device changed comes in, and nothing is counted as a change of this one: two that merge the same two write the same. */
interface OurSettings extends Pick<DocumentStore<Settings>, 'value'> {
  readonly revision: number
  readonly saves: Saves
  merge(step: (value: Settings) => Settings): Promise<void>
}

/** At a start, and when the window comes to the front. Never throws: what can't be put away now stays for the next time. */
export async function putAwaySettingsCopies(journal: JournalContext, ours: OurSettings): Promise<void> {
  const { folder } = journal
  const found = await folder.list().catch(() => [])
  const copies = found.flatMap(({ name, kind }) => (kind === 'file' && isSettingsCopyName(name) ? [name] : []))
  for (const name of copies.sort()) await putAway(journal, name, ours).catch(() => undefined)
}

/** First into ours, then out of the way: after a crash in between all of it is there already. */
async function putAway(journal: JournalContext, name: string, ours: OurSettings): Promise<void> {
  const { folder, lock, notices, clock } = journal
  const path = folder.path(name)
  // Throws for what is no settings: another file, which is left alone.
  const copy = await new DurableAdapter(folder.disk, path, settingsFormat).read()
  if (!copy) return
  await lock.hold()
  // Where ours are nowhere the copy is all there is of them, whatever it began from.
  const isFirst = !(await folder.list()).some((item) => item.name === settingsName)
  const base = (isFirst ? undefined : commonState(await earlierSettings(folder), copy)) ?? defaultSettings
  let isContested = false
  const isHeld = (copy.revision ?? 0) <= ours.revision && covers(ours.saves, copy.saves ?? {})
  if (!isHeld || !isDeepStrictEqual(choicesOf(copy), ours.value))
    await ours.merge((value) => {
      const merged = mergedSettings(base, value, copy)
      isContested = merged.isContested
      return merged.settings
    })
  await folder.inside([folderNames.versions, 'settings'], () =>
    moveDurably(folder.disk, path, keptSettingsPath(folder, clock.instant())),
  )
  if (isContested) notices.raise({ kind: 'superseded', file: name, day: null, restored: false })
}

/** What the journal's settings were at some time, the oldest first. */
async function earlierSettings(folder: JournalFolder): Promise<Settings[]> {
  const names = (await folder.list(folderNames.versions, 'settings')).map(({ name }) => name).sort()
  const read = (name: string) =>
    new DurableAdapter(folder.disk, folder.path(folderNames.versions, 'settings', name), settingsFormat)
      .read()
      .catch(() => null)
  const found = await Promise.all(names.slice(-mostStates).map(read))
  return [defaultSettings, ...found.filter((settings) => settings !== null)]
}
