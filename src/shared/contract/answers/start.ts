/** What the page begins with. */
import type { Day } from '../../domain/day'
import type { DraftRow } from '../../domain/entry/draft'
import type { EntryRow } from '../../domain/entry/entryRow'
import type { FailureCode } from '../../domain/failure'
import type { Settings } from '../../domain/settings/settings'
import type { Notice } from './notices'
import type { OpenPage } from './pages'

export interface Start {
  readonly today: Day
  readonly zone: string
  readonly locale: string
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly settings: Settings
  /** Today's page; an empty one to write on while the journal can't be opened. */
  readonly page: OpenPage
  readonly trouble: FailureCode | null
  readonly folder: string
  /** True while this journal has no entry at all. */
  readonly firstRun: boolean
  /** At most 100, newest first; `entries.list` brings the rest once it is ready. */
  readonly rows: readonly EntryRow[]
  readonly notices: readonly Notice[]
  /** Pages with words that are kept on this device, and not in the journal. */
  readonly drafts: readonly DraftRow[]
}
