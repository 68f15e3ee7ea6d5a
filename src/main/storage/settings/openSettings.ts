/** The journal's settings. Another device's change that we would replace is kept in `versions/settings/`. */
import { isDeepStrictEqual } from 'node:util'
import type { Saves } from '#shared/domain/record'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { createDurably } from '../../disk/createDurably'
import type { DocumentStore } from '../../services/ports/documentStore'
import { DurableAdapter } from '../format/DurableAdapter'
import { DocumentFile } from '../format/documentFile'
import { encoded } from '../format/fileFormat'
import { folderNames, settingsName } from '../layout/journalFolder'
import { united } from '../records/lineage'
import { nameForSave, ofAnyNumber, ofDevice } from '../records/ownSaves'
import type { JournalContext } from '../safekeeping/journalContext'
import { staysDamaged } from '../safekeeping/staysDamaged'
import type { KeptSettings } from './keptSettings'
import { keptSettingsPath, putAwaySettingsCopies } from './settingsCopies'
import { settingsFormat } from './settingsFormat'
import { type CountChange, choicesOf, following } from './settingsRevision'

export interface OpenSettings extends DocumentStore<Settings> {
  /** What second settings that lie beside them have changed. Never throws. */
  mergeCopies(): Promise<void>
  idle(): Promise<void>
}

/** `kept`: what this device saved last of them; null where nothing is kept of it. */
export async function openSettings(journal: JournalContext, kept: KeptSettings | null = null): Promise<OpenSettings> {
  const { folder, lock, clock, notices, quarantine, steadyFor, device } = journal
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
  const shownOf = (of: Settings) => ({ of, value: choicesOf(of) })
  let shown = shownOf(document.value)
  const put = async (step: (value: Settings) => Settings, counted: CountChange) => {
    let saved: Settings | null = null
    await document.change((value) => {
      const next = following(value, step(choicesOf(value)), counted)
      saved = next === value ? null : next
      return next
    })
    if (saved !== null) await kept?.save(saved)
  }
  const countHere = async () => countedBy(device, kept === null ? {} : await kept.saves())
  const ours = {
    get value() {
      if (shown.of !== document.value) shown = shownOf(document.value)
      return shown.value
    },
    get revision() {
      return document.value.revision ?? 0
    },
    get saves() {
      return document.value.saves ?? {}
    },
    merge: (step: (value: Settings) => Settings) => put(step, (held) => held),
  }
  return {
    get value() {
      return ours.value
    },
    mergeCopies: () => putAwaySettingsCopies(journal, ours),
    async save(next) {
      // What is replaced and kept may be another device's, with more changes than ours.
      const there = await new DurableAdapter(folder.disk, path, settingsFormat).read().catch(() => null)
      await document.save(following(there ?? document.value, next, await countHere()))
      await kept?.save(document.value)
    },
    async change(step) {
      // What was saved here before is not to be taken for a part of what lies there.
      if (await kept?.bringBack(journal)) {
        await document.lookAgain()
        await putAwaySettingsCopies(journal, ours)
      }
      await put(step, await countHere())
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

/**
 * On settings that lack some of its changes this device counts under another name: else they would pass for settings that hold them. `own`: those that it
 * saved last; null for not known.
 */
function countedBy(device: string | null, own: Saves | null): CountChange {
  return (held) => {
    if (device === null) return held
    const ours = united(ofDevice(device, own ?? {}), ofDevice(device, held))
    const names = [...Object.keys(ours), device]
    // Once it has another name, what it counted under its first one may not have been known then.
    const unsure = own === null ? names : names.length > 2 ? [device] : []
    const name = nameForSave(device, united(ours, ofAnyNumber(unsure)), held)
    return united(held, { [name]: (held[name] ?? 0) + 1 })
  }
}
