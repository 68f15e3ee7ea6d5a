/** Starts the app: where ports meet adapters. */
import { setTimeout } from 'node:timers/promises'
import { app, nativeTheme } from 'electron'
import type { Start } from '#shared/contract/app'
import { debouncedSave } from '../async/debouncedSave'
import type { EventBuffer } from '../async/eventBuffer'
import { linkScheme } from '../cli/captureLink'
import { broadcast } from '../ipc/broadcast'
import { handlersOf } from '../ipc/handlers'
import { serve } from '../ipc/serve'
import { type DayWatch, watchDay } from '../services/app/dayWatch'
import { createLifecycle, type Lifecycle } from '../services/app/lifecycle'
import { createPageRequests } from '../services/app/pageRequests'
import type { StartRequest } from '../services/app/startRequest'
import type { DeviceState } from '../system/deviceState'
import { electronDesktop } from '../system/electronDesktop'
import { type ExternalEvent, externalEvents } from '../system/externalEvents'
import { log } from '../system/log'
import { makeKnownToWindows } from '../system/makeKnownToWindows'
import { onSystemEvents } from '../system/onSystemEvents'
import { releasesPage } from '../system/releasesPage'
import { asAtLogin } from '../system/startAtLogin'
import { systemClock } from '../system/systemClock'
import { setApplicationMenu } from '../windows/applicationMenu'
import { createFlush } from '../windows/flush'
import { createJournalWindow } from '../windows/journalWindow'
import { findNoHost } from '../windows/security'
import { type AtHand, composeBackground } from './composeBackground'
import { composeBackups } from './composeBackups'
import { composeEncryption } from './composeEncryption'
import { composeJournal } from './composeJournal'
import { composePages } from './composePages'
import { handleSecondInstance } from './handleSecondInstance'
import { isOnlyInstance } from './singleInstance'

/** Milliseconds the window waits for the journal's settings. */
const patience = 1_000

export function startApp(asks: StartRequest, userDataSwitch: readonly string[]): void {
  app.enableSandbox()
  findNoHost()
  const external = externalEvents()
  if (!isOnlyInstance()) return
  void app
    .whenReady()
    .then(() => compose(asks, userDataSwitch, external))
    .catch((error: unknown) => {
      log('start', error)
      app.exit(1)
    })
}

async function compose(
  asks: StartRequest,
  userDataSwitch: readonly string[],
  external: EventBuffer<ExternalEvent>,
): Promise<void> {
  const clock = systemClock
  const locale = app.getPreferredSystemLanguages()[0] ?? app.getLocale()
  const platform = platformName()
  let days: DayWatch | null = null
  let atHand: AtHand | null = null
  let keepShown = async () => {}
  const themed = () => {
    nativeTheme.themeSource = atWork.journal.settings.theme
  }
  const flush = createFlush(() => broadcast('flushAsked', null))
  const atWork = await composeJournal({
    clock,
    flush: flush.ask,
    here: { locale, platform },
    emit(name, event) {
      broadcast(name, event)
      atHand?.onEvent(name, event)
    },
    opened() {
      themed()
      atHand?.opened()
      days?.look()
      void keepShown()
    },
    around: (move) => (atHand === null ? move() : atHand.reminders.changePlan(move)),
  })
  const { device, keepDevice, journal, session, shownPage, exports, found, overview, folder } = atWork

  const backedUp = composeBackups(atWork, clock, broadcast)
  const { openLink } = await composePages()

  const asked = createPageRequests({
    page: (page) => broadcast('pageAsked', page),
    command: (command) => broadcast('commandChosen', { command }),
  })
  const keepPlace = debouncedSave(
    (place: DeviceState['window']) => keepDevice({ window: place }),
    (error) => log('device', error),
  )
  const window = createJournalWindow(() => ({
    place: device.value.window,
    theme: journal.settings.theme,
    keepPlace,
    flush: flush.ask,
    pageEnded() {
      flush.pageEnded()
      life.pageEnded()
    },
    stayed: life.stayed,
    hides: life.hides,
    closed: life.closed,
  }))
  const hand = composeBackground({
    atWork,
    clock,
    locale,
    platform,
    userDataSwitch,
    act: (deed) => life.act(deed),
    settingsChanged() {
      themed()
      watch.look()
      void keepShown()
    },
  })
  atHand = hand
  const { captureField, captureKeys, captureWindow, presence, reminders } = hand
  const locking = composeEncryption({
    atWork,
    captureField,
    emit: broadcast,
    locked: hand.opened,
    flush: flush.ask,
    async backUp() {
      await backedUp.backups.before('lock')
    },
    async beginAnew() {
      captureWindow.close()
      await window.beginAnew()
      captureWindow.prepareSoon()
    },
    renewField() {
      captureWindow.close()
      captureWindow.prepareSoon()
    },
  })
  keepShown = locking.keepShown
  const watch = watchDay(
    session.today,
    (today) => {
      broadcast('dayChanged', { today, zone: clock.now().zone })
      void session.history.keepWithinLimit()
      void hand.drawTray()
    },
    () => {
      void session.captures.look()
      void session.answers.look()
      void reminders.look()
      session.lookAgain(false)
      void backedUp.backups.look().catch((error) => log('backup', error))
      locking.look()
    },
  )
  days = watch
  const life: Lifecycle = createLifecycle({
    quit: () => app.quit(),
    window,
    captureWindow,
    captureField,
    captureKeys,
    presence,
    asked,
    drawTray: hand.drawTray,
    look: watch.look,
    lookAtFiles: session.lookAgain,
    flush() {
      broadcast('flushAsked', null)
      void captureField.flush()
    },
    holdsWords: () => flush.holdsWords() || captureField.holdsWords(),
    release() {
      watch.stop()
      locking.stop()
      hand.trayIcon.remove()
      const left = keepShown().then(session.leave)
      return Promise.allSettled([keepPlace.flush(), captureField.flush(), left, backedUp.backups.stop()])
    },
    wait: (milliseconds) => setTimeout(milliseconds),
  })
  onSystemEvents(life, locking.away)
  serve(
    handlersOf({
      session: { ...session, entries: { ...session.entries, save: backedUp.save } },
      shownPage,
      backups: backedUp.actions,
      restores: backedUp.restores,
      exports,
      found,
      folder,
      overview,
      desktop: electronDesktop,
      flush,
      asked,
      captureField,
      reminders,
      presence,
      captureKeys,
      settingsChanges: hand.settingsChanges,
      lock: locking.lock,
      openLink,
    }),
    log,
  )
  makeKnownToWindows(linkScheme)
  const releases = releasesPage(app.getAppPath())
  const lookForNewVersion = (page: string) => void openLink(page).catch((error) => log('link', error))
  setApplicationMenu(life.chosen, process.platform, releases === null ? null : () => lookForNewVersion(releases))

  // The theme is in the journal; a folder that does not answer must not keep the window away for long.
  await Promise.race([journal.tryOpen(), setTimeout(patience)])
  themed()
  const begun = life.begin(asAtLogin(process.platform, asks, () => app.getLoginItemSettings()))
  external.drainTo((event) => handleSecondInstance(event, life, captureField))
  void reminders.look()
  await begun
}

/** The platforms that the app is built for; others are treated as Linux. */
function platformName(): Start['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}
