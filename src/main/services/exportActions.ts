/** Export as a person asks for it: copy one entry, save one, save a period; main asks for the folder. */
import type { ExportSummary } from '#shared/contract/answers/exporting'
import type { Entry, EntryId } from '#shared/domain/entry'
import { messages } from '#shared/messages/messages'
import { everything, exportEntries } from './exports'
import type { Desktop } from './ports/desktop'
import type { EntryStore } from './ports/entryStore'
import type { ExportDesk } from './ports/exportDesk'
import type { ExportSource } from './ports/exportSource'
import type { Period } from './ports/markdownRenderer'

export interface ExportActions {
  copyEntry(id: EntryId): Promise<null>
  saveEntry(id: EntryId): Promise<ExportSummary>
  savePeriod(period: Period): Promise<ExportSummary>
  /** Whatever this gives. */
  saveFrom(source: ExportSource): Promise<ExportSummary>
}

export interface ExportActionsNeeds<Text> {
  entries(): Pick<EntryStore, 'read'>
  /** A reading of its own: it tells of every file that can't be read, also of one that was told of before. */
  openSource(): Promise<ExportSource>
  readonly desktop: Desktop
  openDesk(folder: string): ExportDesk<Text>
  markdownOf(entry: Entry): Promise<string>
}

export function createExportActions<Text>({
  entries,
  openSource,
  desktop,
  openDesk,
  markdownOf,
}: ExportActionsNeeds<Text>): ExportActions {
  async function save(source: ExportSource, period: Period): Promise<ExportSummary> {
    const path = await desktop.chooseFolder(messages.settings.dialogChooseExport)
    if (path === null)
      return { folder: null, written: 0, unchanged: 0, copies: 0, earlier: 0, failed: [], stopped: null }
    return { folder: path, ...(await exportEntries({ source, period, openDesk: () => openDesk(path) })) }
  }

  return {
    async copyEntry(id) {
      desktop.copyText(await markdownOf(await entries().read(id)))
      return null
    },
    async saveEntry(id) {
      return save(only(await entries().read(id)), everything)
    },
    saveFrom: (source) => save(source, everything),
    async savePeriod(period) {
      return save(await openSource(), period)
    },
  }
}

function only(entry: Entry): ExportSource {
  return {
    async *rendered(renderer, period) {
      yield await renderer.entry(entry, period)
    },
    async *captures() {},
    onNotice: () => () => undefined,
  }
}
