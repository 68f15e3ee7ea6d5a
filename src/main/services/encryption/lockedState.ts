/** What is known of a journal while it is locked: nothing that a person wrote. */
import type { Day } from '#shared/domain/day'
import type { LockedState } from '#shared/domain/encryption/lock'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { messages } from '#shared/messages/messages'

export type WrittenPages = NonNullable<LockedState['writtenPages']>

export function lockedStateOf(settings: Settings, today: Day, writtenPages: WrittenPages): LockedState {
  const { theme, textSize, dayEnds, weekStart, reminders: plan } = settings
  const asked = new Set(plan?.reminders.map(({ template }) => template))
  return {
    settings: { theme, textSize, dayEnds, weekStart },
    written: writtenPages.some(({ day }) => day === today) ? today : null,
    // Of a page that no reminder opens only that there is one.
    writtenPages: writtenPages.map(({ day, template }) => ({ day, template: asked.has(template) ? template : '' })),
    ...(plan === undefined
      ? {}
      : {
          reminders: {
            ...plan,
            reminders: plan.reminders.map((reminder) => ({ ...reminder, name: messages.locking.reminder })),
          },
        }),
  }
}

/** The settings that count while the others can't be read. */
export function settingsLocked(shown: LockedState | null): Settings {
  if (shown === null) return defaultSettings
  const { settings, reminders } = shown
  return { ...defaultSettings, ...settings, ...(reminders === undefined ? {} : { reminders }) }
}
