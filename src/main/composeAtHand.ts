/** Builds what is there when the window is not: quick capture, reminders, the tray, the start at login. */
import { app } from 'electron'
import type { Day } from '#shared/domain/day'
import { pausedTo } from '#shared/domain/pause'
import { noReminders } from '#shared/domain/reminder'
import type { JournalAtWork } from './composeJournal'
import { broadcast } from './ipc/broadcast'
import type { AskedPage } from './services/askedPage'
import { createCaptureField } from './services/captureField'
import { createCaptureKeys } from './services/captureKeys'
import type { EntryPoint } from './services/entryPoints'
import { createLatest } from './services/latest'
import type { Clock } from './services/ports/clock'
import { createPresence } from './services/presence'
import { createReminders } from './services/reminders'
import { type TrayDeed, trayModel } from './services/trayModel'
import { electronDesktop } from './system/electronDesktop'
import { electronKeys } from './system/electronKeys'
import { createElectronNotifier } from './system/electronNotifier'
import { log } from './system/log'
import { createLoginItem } from './system/loginItem'
import { notificationsAnswer } from './system/sessionBus'
import { createTrayIcon } from './system/trayIcon'
import { isTrayListed } from './system/trayProof'
import { createCaptureWindow } from './windows/captureWindow'

export interface AtHandNeeds {
  readonly atWork: JournalAtWork
  readonly clock: Clock
  readonly locale: string
  /** With which the next start at login finds the same files. */
  readonly userDataSwitch: readonly string[]
  bringForward(page: AskedPage | null): void
}

export type AtHand = ReturnType<typeof composeAtHand>

export function composeAtHand({ atWork, clock, locale, userDataSwitch, bringForward }: AtHandNeeds) {
  const { device, keepDevice, journal, session } = atWork
  const isLinux = process.platform === 'linux'
  const plan = () => journal.settings.reminders ?? noReminders

  const captureWindow = createCaptureWindow()
  const captureField = createCaptureField({
    locale,
    window: captureWindow,
    draft: () => device.value.captureDraft ?? null,
    keepDraft: (captureDraft) => keepDevice({ captureDraft }),
    add: session.captures.add,
    tell: (offered) => broadcast('captureAsked', offered),
    failed: (error) => log('device', error),
  })
  const captureKeys = createCaptureKeys({
    keys: electronKeys,
    stored: () => device.value.captureKeys ?? null,
    store: (keys) => keepDevice({ captureKeys: keys }),
    pressed: () => captureField.open(),
    tried: () => broadcast('captureKeysTried', null),
  })
  const presence = createPresence({
    loginItem: createLoginItem(['--hidden', ...userDataSwitch]),
    desktop: electronDesktop,
    isTrayShown: async () => !isLinux || isTrayListed(process.pid),
    chosen: () => ({
      keepsRunning: device.value.keepsRunning,
      wasTold: device.value.toldThatItKeepsRunning ?? false,
    }),
    store: ({ keepsRunning, wasTold }) =>
      keepDevice({
        ...(keepsRunning === undefined ? {} : { keepsRunning }),
        ...(wasTold === undefined ? {} : { toldThatItKeepsRunning: wasTold }),
      }),
  })
  const reminders = createReminders({
    clock,
    locale,
    chosen: () => (journal.isOpen ? { plan: journal.settings.reminders, dayEnds: journal.settings.dayEnds } : null),
    stored: () => device.value.reminders ?? null,
    store: (state) => keepDevice({ reminders: state }),
    isWritten: session.isWritten,
    notifier: createElectronNotifier(isLinux ? notificationsAnswer : async () => true),
    tell(reminding) {
      broadcast('remindersChanged', reminding)
      refreshTray()
    },
    open: bringForward,
    failed: (error) => log('reminders', error),
  })

  const trayIcon = createTrayIcon(act)
  const refreshTray = createLatest(
    async () => {
      const today = session.today()
      trayIcon.render(
        trayModel({
          today,
          isWritten: journal.isOpen && (await session.isWritten(today)),
          reminding: reminders.read(),
          pausedUntil: plan().pausedUntil,
          hasReminders: plan().reminders.length > 0,
          locale,
        }),
      )
    },
    (error) => log('tray', error),
  )

  /** What an entry point of the system asks for; null for the app itself. */
  function open(asks: EntryPoint['asks'] | null): void {
    if (asks === 'capture') captureField.open()
    else bringForward(asks)
  }

  async function pause(pausedUntil: Day | null): Promise<void> {
    await session.changeSettings({ reminders: pausedTo(plan(), pausedUntil, session.today()) })
    reminders.planChanged()
  }

  function act(deed: TrayDeed): void {
    const failed = (error: unknown) => log('tray', error)
    if (deed.kind === 'quit') app.quit()
    else if (deed.kind === 'open') open(deed.asks)
    else if (deed.kind === 'answer') void reminders.answer(deed.occurrence, deed.answer).catch(failed)
    else if (deed.kind === 'pause') void pause(deed.until).catch(failed)
    else {
      bringForward(null)
      broadcast('commandChosen', { command: 'reminders' })
    }
  }

  return { captureWindow, captureField, captureKeys, presence, reminders, trayIcon, refreshTray, open }
}
