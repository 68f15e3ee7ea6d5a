/** Export as a person asks for it: copy one entry, save one, save a period; main asks for the folder. */
import type { ExportSummary } from '#shared/contract/exports'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { messages } from '#shared/messages/messages'
import type { Desktop } from '../ports/desktop'
import type { ExportDesk } from '../ports/exportDesk'
import type { ExportSource } from '../ports/exportSource'
import type { Period } from '../ports/markdownRenderer'
import type { EntryStore } from '../ports/recordStore'
import { type SearchExportNeeds, searchExport } from '../search/searchExport'
import { everything, exportEntries } from './exportEntries'

export interface ExportActions {
  copyEntry(id: EntryId): Promise<null>
  saveEntry(id: EntryId): Promise<ExportSummary>
  savePeriod(period: Period): Promise<ExportSummary>
  /** Whatever this gives. */
  saveFrom(source: ExportSource): Promise<ExportSummary>
}

export interface ExportActionsNeeds<Text> {
  entries(): Pick<EntryStore, 'read' | 'copiesBeside'>
  /** A reading of its own: it reports every file that can't be read, also one that was reported before. */
  openSource(): Promise<ExportSource>
  readonly desktop: Pick<Desktop, 'chooseFolder' | 'copyText'>
  openDesk(folder: string): ExportDesk<Text>
  fileOf: SearchExportNeeds['fileOf']
  markdownOf(entry: Entry): Promise<string>
}

export function createExportActions<Text>({
  entries,
  openSource,
  desktop,
  openDesk,
  fileOf,
  markdownOf,
}: ExportActionsNeeds<Text>): ExportActions {
  async function save(source: ExportSource, period: Period): Promise<ExportSummary> {
    const path = await desktop.chooseFolder(messages.settings.dialogChooseExport)
    if (path === null)
      return { folder: null, written: 0, unchanged: 0, copies: 0, earlier: 0, failed: [], stopped: null }
    return { folder: path, ...(await exportEntries({ source, period, openDesk: () => openDesk(path) })) }
  }

  async function sourceOf(id: EntryId): Promise<ExportSource> {
    const store = entries()
    // Read first: an entry that can't be read is no export, and no folder is asked for.
    const entry = await store.read(id)
    return searchExport([{ kind: 'entry', id, day: entry.day }], {
      readFound: async () => entry,
      fileOf,
      copiesBeside: (ids) => store.copiesBeside(ids),
      isLog: () => false,
      partOf: async () => null,
    })
  }

  return {
    async copyEntry(id) {
      desktop.copyText(await markdownOf(await entries().read(id)))
      return null
    },
    async saveEntry(id) {
      return save(await sourceOf(id), everything)
    },
    saveFrom: (source) => save(source, everything),
    async savePeriod(period) {
      return save(await openSource(), period)
    },
  }
}
