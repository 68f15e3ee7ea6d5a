/** What can be asked of the app from outside of its windows: by the tray, the Dock, a jump list, a launcher's action, another start. */
import type { ReminderAnswer } from '#shared/contract/reminders'
import type { PauseLength } from '#shared/domain/reminder/pause'
import type { Occurrence } from '#shared/domain/reminder/reminder'
import type { PageRequest } from './pageRequests'

/** What a command line can carry as well; `page` is null for the window as it is. */
export type LaunchAction =
  | { readonly kind: 'open'; readonly page: PageRequest | null }
  | { readonly kind: 'capture' }
  | { readonly kind: 'reminders' }
  | { readonly kind: 'quit' }

export type AppAction =
  | LaunchAction
  | { readonly kind: 'answer'; readonly occurrence: Occurrence; readonly answer: ReminderAnswer }
  /** Null ends the pause. */
  | { readonly kind: 'pause'; readonly length: PauseLength | null }
