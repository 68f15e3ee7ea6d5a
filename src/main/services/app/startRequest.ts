/** What a start of the app asks for: the first one, or another that hands it over. */

import type { LinkTarget } from '#shared/contract/app'
import type { CaptureDraft } from '#shared/contract/captures'
import type { StartCommand } from '#shared/contract/commands'
import type { PageRequest } from './pageRequests'

export interface StartRequest {
  /** Null when no page was asked for. */
  readonly page: PageRequest | null
  readonly command: StartCommand | null
  /** What a link asks to see. */
  readonly link?: LinkTarget
  /** The field of quick capture; with a link's words, which are kept only when the person says so. */
  readonly capture: boolean | CaptureDraft
  /** Without showing the window. */
  readonly hidden: boolean
}
