/** The journal's settings. Another device's change that we would replace is kept in `versions/settings/`. */
import { isDeepStrictEqual } from 'node:util'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { createDurably } from '../../disk/createDurably'
import type { DocumentStore } from '../../services/ports/documentStore'
import { DurableAdapter } from '../format/DurableAdapter'
import { DocumentFile } from '../format/documentFile'
import { encoded } from '../format/fileFormat'
import { folderNames, settingsName } from '../layout/journalFolder'
import type { JournalContext } from '../safekeeping/journalContext'
import { staysDamaged } from '../safekeeping/staysDamaged'
import type { KeptSettings } from './keptSettings'
import { keptSettingsPath, putAwaySettingsCopies } from './settingsCopies'
import { settingsFormat } from './settingsFormat'
import { following, withoutRevision } from './settingsRevision'

export interface OpenSettings extends DocumentStore<Settings> {
  readonly revision: number
  idle(): Promise<void>
}

/** `kept`: what this device saved last of them; null where nothing is kept of it. */
export async function openSettings(journal: JournalContext, kept: KeptSettings | null = null): Promise<OpenSettings> {
  const { folder, lock, clock, notices, quarantine, steadyFor } = journal
  const path = folder.path(settingsName)
  const keep = (settings: Settings) =>
    folder.inside([folderNames.versions, 'settings'], () =>
      createDurably(
        folder.disk,
        keptSettingsPath(folder, clock.instant()),
        encoded(settingsFormat, settings),
        folder.path(folderNames.versions),
      ),
    )
  const document = await DocumentFile.open({
    disk: folder.disk,
    path,
    format: settingsFormat,
    defaults: defaultSettings,
    prepare: async () => {
      await lock.hold()
      await folder.present()
    },
    staysDamaged: () => staysDamaged(folder.disk, path, settingsFormat, steadyFor),
    setAside: () => quarantine.take(path, clock.instant()),
    keep,
    // What another device's change is merged against, should both be made at once.
    changing: keep,
    raise: (kind) => notices.raise({ kind, file: settingsName, day: null, restored: false }),
  })
  const shownOf = (of: Settings) => ({ of, value: withoutRevision(of) })
  let shown = shownOf(document.value)
  const change = async (step: (value: Settings) => Settings) => {
    let saved: Settings | null = null
    await document.change((value) => {
      const next = following(value, step(withoutRevision(value)))
      saved = next === value ? null : next
      return next
    })
    if (saved !== null) await kept?.save(saved)
  }
  const ours = {
    get value() {
      if (shown.of !== document.value) shown = shownOf(document.value)
      return shown.value
    },
    get revision() {
      return document.value.revision ?? 0
    },
    change,
  }
  return {
    get value() {
      return ours.value
    },
    get revision() {
      return ours.revision
    },
    async save(next) {
      // What is replaced and kept may be another device's, with more changes than ours.
      const there = await new DurableAdapter(folder.disk, path, settingsFormat).read().catch(() => null)
      await document.save(following(there ?? document.value, next))
      await kept?.save(document.value)
    },
    async change(step) {
      // What was saved here before is not to be taken for a part of what lies there.
      if (await kept?.bringBack(journal)) {
        await document.lookAgain()
        await putAwaySettingsCopies(journal, ours)
      }
      await change(step)
    },
    async lookAgain() {
      const before = ours.value
      await document.lookAgain()
      await kept?.bringBack(journal)
      await putAwaySettingsCopies(journal, ours)
      return !isDeepStrictEqual(before, ours.value)
    },
    idle: () => document.idle(),
  }
}
