/** Builds what is there when the window is not: quick capture, reminders, the tray, the start at login. */

import type { Start } from '#shared/contract/app'
import type { CaptureDraft } from '#shared/contract/captures'
import { type Day, dayOf } from '#shared/domain/day'
import { isEntryRow } from '#shared/domain/entry/entryRow'
import { noReminders } from '#shared/domain/reminder/reminder'
import { firstWeekday } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { coalesce } from '../async/coalesce'
import type { AppAction, LaunchAction } from '../services/app/appAction'
import type { AppEvents } from '../services/app/appEvents'
import { createBackground } from '../services/app/background'
import type { Shutdown } from '../services/app/shutdown'
import { trayMenu } from '../services/app/trayMenu'
import { createCaptureShortcut } from '../services/captures/captureShortcut'
import { createQuickCapture } from '../services/captures/quickCapture'
import { isOfLock } from '../services/encryption/isOfLock'
import type { Clock } from '../services/ports/clock'
import { createReminders } from '../services/reminders/reminders'
import { createWrittenDays } from '../services/reminders/writtenDays'
import { createSettingsChanges } from '../services/settings/settingsChanges'
import { electronDesktop } from '../system/electronDesktop'
import { electronKeys } from '../system/electronKeys'
import { createElectronNotifier } from '../system/electronNotifier'
import { log } from '../system/log'
import { createLoginItem } from '../system/loginItem'
import { notificationsAnswer } from '../system/sessionBus'
import { createTrayIcon } from '../system/trayIcon'
import { isTrayListed } from '../system/trayProof'
import { createCaptureWindow } from '../windows/captureWindow'
import type { JournalAtWork } from './composeJournal'

export interface BackgroundNeeds {
  readonly atWork: JournalAtWork
  readonly events: AppEvents
  readonly shutdown: Shutdown
  readonly clock: Clock
  readonly locale: string
  readonly platform: Start['platform']
  /** With which the next start at login finds the same files. */
  readonly userDataSwitch: readonly string[]
  run(action: LaunchAction): void
}

/** After these the tray may say something else. */
const shownInTray = ['rowsChanged', 'settingsChanged', 'dayChanged', 'remindersChanged'] as const

export type BackgroundParts = ReturnType<typeof composeBackground>

export function composeBackground(needs: BackgroundNeeds) {
  const { atWork, events, shutdown, clock, locale, platform, userDataSwitch, run } = needs
  const { device, keepDevice, drafts, shown, journal, calendar, entries, captures, saveSettings } = atWork
  const isLinux = process.platform === 'linux'
  /** The journal is locked, and what has to be known meanwhile is known. */
  const isLocked = () => journal.trouble === 'locked' && shown() !== null
  const written = createWrittenDays(async (day) => (isLocked() ? writtenBefore(day) : entries.writtenOn(day)))
  const writtenBefore = (day: Day) =>
    shown()?.writtenPages?.flatMap((page) => (page.day === day ? [page.template] : [])) ?? []
  /** A capture is kept also while the journal is locked, or has another lock than it had: in its folder, or on this device. */
  const orLeave = (draft: CaptureDraft) => async (error: unknown) => {
    if (!isOfLock(error)) throw error
    return atWork.leave(draft)
  }

  const captureWindow = createCaptureWindow()
  const quickCapture = createQuickCapture({
    locale,
    window: captureWindow,
    draft: drafts.read,
    keepDraft: drafts.keep,
    add: (draft) => captures.add(draft).then(() => null, orLeave(draft)),
    emit: (offered) => events.emit('captureAsked', offered),
    failed: (error) => log('device', error),
  })
  const captureKeys = createCaptureShortcut({
    keys: electronKeys,
    stored: () => device.value.captureKeys ?? null,
    store: (keys) => keepDevice({ captureKeys: keys }),
    pressed: () => quickCapture.open(),
    tried: () => events.emit('captureKeysTried', null),
  })
  const background = createBackground({
    loginItem: createLoginItem(['--hidden', ...userDataSwitch]),
    desktop: electronDesktop,
    place: messages.background.places[platform],
    isTrayShown: async () => !isLinux || isTrayListed(process.pid),
    choices: () => ({
      keepsRunning: device.value.keepsRunning,
      wasExplained: device.value.toldThatItKeepsRunning ?? false,
    }),
    store: ({ keepsRunning, wasExplained }) =>
      keepDevice({
        ...(keepsRunning === undefined ? {} : { keepsRunning }),
        ...(wasExplained === undefined ? {} : { toldThatItKeepsRunning: wasExplained }),
      }),
  })
  const reminders = createReminders({
    clock,
    locale,
    settings() {
      if (!journal.isOpen && !isLocked()) return null
      const { reminders: plan, dayEnds, weekStart } = journal.settings
      return { plan, dayEnds, weekStart: weekStart ?? firstWeekday(locale) }
    },
    stored: () => device.value.reminders ?? null,
    store: (state) => keepDevice({ reminders: state }),
    written,
    notifier: createElectronNotifier(isLinux ? notificationsAnswer : async () => true),
    emit: (reminding) => events.emit('remindersChanged', reminding),
    open: (page) => run({ kind: 'open', page }),
    failed: (error) => log('reminders', error),
  })

  const settingsChanges = createSettingsChanges({
    settings: () => journal.settings,
    today: () => dayOf(clock.now()),
    save: saveSettings,
    reminders,
  })

  const trayIcon = createTrayIcon(answer)
  const drawTray = coalesce(
    async () => {
      const { reminders: plan = noReminders } = journal.settings
      trayIcon.render(
        trayMenu({
          isWritten: journal.isOpen && (await written.ask(calendar.today())).length > 0,
          reminding: reminders.read(),
          pausedUntil: plan.pausedUntil,
          hasReminders: plan.reminders.length > 0,
          locale,
        }),
      )
    },
    (error) => log('tray', error),
  )

  function answer(action: AppAction): void {
    const failed = (error: unknown) => log('tray', error)
    if (action.kind === 'answer') void reminders.answer(action.occurrence, action.answer).catch(failed)
    else if (action.kind === 'pause') void settingsChanges.pauseReminders(action.length).catch(failed)
    else run(action)
  }

  events.on('rowsChanged', ({ rows, removed }) => {
    const [only] = rows
    written.changed(only && rows.length === 1 && removed.length === 0 && isEntryRow(only) ? only : undefined)
    // What waits goes once the day is written; what comes next may be silent.
    void reminders.entriesChanged()
  })
  for (const name of shownInTray) events.on(name, () => void drawTray())
  // Other days and names are known.
  for (const name of ['journalOpened', 'journalLocked'] as const)
    events.on(name, () => {
      written.begin()
      reminders.opened()
    })
  events.on('clockTicked', () => void reminders.look())
  shutdown.join({
    holdsWords: quickCapture.holdsWords,
    flush: () => void quickCapture.flush(),
    end() {
      trayIcon.remove()
      return quickCapture.flush()
    },
  })

  return {
    captureWindow,
    quickCapture,
    captureKeys,
    background,
    reminders,
    settingsChanges,
    drawTray,
    knownWritten: written.known,
  }
}
