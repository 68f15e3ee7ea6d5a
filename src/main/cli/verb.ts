/** What the arguments ask for. */
import type { CaptureKind } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import type { MarkedKind } from '#shared/domain/search/query/query'
import type { StartRequest } from '../services/app/startRequest'

/** Both days included; null is open. */
export interface AskedPeriod {
  readonly from: Day | null
  readonly to: Day | null
}

export interface AskedRecords extends AskedPeriod {
  /** Null for pages and captures. */
  readonly only: 'entry' | 'capture' | null
  readonly isJson: boolean
  readonly hasPassphrase: boolean
}

export type Verb =
  | ({ readonly kind: 'open' } & StartRequest)
  /** The app that is running is to end. */
  | { readonly kind: 'quit' }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | (AskedPeriod & { readonly kind: 'export'; readonly folder: string; readonly hasPassphrase: boolean })
  /** Of the whole journal, into a file that is not there yet. */
  | { readonly kind: 'backup'; readonly file: string }
  /** A backup into a folder that is not there yet. */
  | { readonly kind: 'restore'; readonly file: string; readonly folder: string }
  | { readonly kind: 'check'; readonly hasPassphrase: boolean }
  /** The questions of a page in a terminal; null stands for today and for any template. */
  | {
      readonly kind: 'write'
      readonly template: string | null
      readonly day: string | null
      readonly hasPassphrase: boolean
    }
  /** The pages of a day; null stands for today. */
  | { readonly kind: 'show'; readonly day: string | null; readonly hasPassphrase: boolean }
  | (AskedRecords & { readonly kind: 'find'; readonly query: string })
  | (AskedRecords & { readonly kind: 'list'; readonly names: MarkedKind })
  | { readonly kind: 'capture'; readonly text: string; readonly as: CaptureKind }
  /** What was asked makes no sense; `sentence` says why. */
  | { readonly kind: 'refused'; readonly sentence: string }
