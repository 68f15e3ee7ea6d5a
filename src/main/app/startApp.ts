/** Starts the app: where ports meet adapters. */
import { setTimeout } from 'node:timers/promises'
import { app, nativeTheme } from 'electron'
import type { Start } from '#shared/contract/app'
import { type CommandKeys, commandKeys } from '#shared/contract/commandKeys'
import type { Settings } from '#shared/domain/settings/settings'
import { debouncedSave } from '../async/debouncedSave'
import type { EventBuffer } from '../async/eventBuffer'
import { withTimeout } from '../async/withTimeout'
import { linkScheme } from '../cli/appLink'
import { broadcast } from '../ipc/broadcast'
import { handlersOf } from '../ipc/handlers/handlersOf'
import { serve } from '../ipc/serve'
import { createAppEvents } from '../services/app/appEvents'
import { startDayClock } from '../services/app/dayClock'
import { createLifecycle, type Lifecycle } from '../services/app/lifecycle'
import { createPageRequests } from '../services/app/pageRequests'
import { createRecentChoices } from '../services/app/recentChoices'
import { createShutdown } from '../services/app/shutdown'
import type { StartRequest } from '../services/app/startRequest'
import { saveOrDraft } from '../services/entries/saveOrDraft'
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
import { type BackgroundParts, composeBackground } from './composeBackground'
import { composeBackups } from './composeBackups'
import { composeEncryption } from './composeEncryption'
import { composeJournal } from './composeJournal'
import { composePages } from './composePages'
import { handleSecondInstance } from './handleSecondInstance'
import { isOnlyInstance } from './singleInstance'

/** Milliseconds the window waits for the journal's settings. */
const timeoutMs = 1_000

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
  const events = createAppEvents({ toPage: broadcast, failed: (error) => log('event', error) })
  const shutdown = createShutdown((error) => log('end', error))
  const flush = createFlush(() => events.emit('flushAsked', null))
  const atWork = await composeJournal({
    clock,
    events,
    flush: flush.ask,
    environment: { locale, platform },
    around: (move) => parts.reminders.changePlan(move),
  })
  const { device, keepDevice, seal, journal, calendar, entries, pageDrafts } = atWork

  const backedUp = composeBackups(atWork, clock, events, shutdown)
  const { openLink } = await composePages()

  const pageRequests = createPageRequests({
    page: (page) => events.emit('pageAsked', page),
    command: (command) => events.emit('commandChosen', { command }),
    link: (link) => events.emit('linkFollowed', link),
  })
  const keepPlace = debouncedSave(
    (place: DeviceState['window']) => keepDevice({ window: place }),
    (error) => log('device', error),
  )
  const window = createJournalWindow(() => ({
    pageLoads: atWork.preparePage,
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
  const parts: BackgroundParts = composeBackground({
    atWork,
    events,
    shutdown,
    clock,
    locale,
    platform,
    userDataSwitch,
    run: (action) => life.run(action),
  })
  const { quickCapture, captureKeys, captureWindow, background, reminders } = parts
  const locking = composeEncryption({
    atWork,
    quickCapture,
    events,
    shutdown,
    flush: flush.ask,
    holdsWords: flush.holdsWords,
    knownWritten: parts.knownWritten,
    async backUp(reason) {
      await backedUp.backups.before(reason)
    },
    withoutBackups: backedUp.backups.alone,
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
  const dayClock = startDayClock(
    calendar.today,
    (today) => events.emit('dayChanged', { today, zone: clock.now().zone }),
    () => events.emit('clockTicked', null),
  )
  const themed = () => {
    nativeTheme.themeSource = journal.settings.theme
  }
  for (const name of ['journalOpened', 'settingsChanged'] as const)
    events.on(name, () => {
      themed()
      dayClock.look()
    })
  events.on('dayChanged', () => void atWork.history.keepWithinLimit())
  events.on('clockTicked', () => {
    void atWork.upkeep.look()
    void atWork.answers.look()
    atWork.journalSync.lookAgain(false)
  })
  shutdown.join({
    holdsWords: flush.holdsWords,
    flush: () => events.emit('flushAsked', null),
    end() {
      dayClock.stop()
      return keepPlace.flush()
    },
  })
  const life: Lifecycle = createLifecycle({
    quit: () => app.quit(),
    window,
    captureWindow,
    quickCapture,
    captureKeys,
    background,
    pageRequests,
    drawTray: parts.drawTray,
    look: dayClock.look,
    lookAtFiles: atWork.journalSync.lookAgain,
    shutdown,
    wait: (milliseconds) => setTimeout(milliseconds),
  })
  onSystemEvents(life, locking)
  const save = saveOrDraft({
    save: entries.save,
    drafts: pageDrafts,
    isKeyOverwritten: seal.isKeyOverwritten,
  })
  const recent = createRecentChoices({
    events,
    stored: () => device.value.recentChoices ?? [],
    store: (recentChoices) => keepDevice({ recentChoices: [...recentChoices] }),
    hasLock: () => seal.vault() !== null,
  })
  serve(
    handlersOf({
      ...atWork,
      entries: { ...entries, save },
      backups: backedUp.actions,
      restores: backedUp.restores,
      desktop: electronDesktop,
      flush,
      pageRequests,
      quickCapture,
      recent,
      reminders,
      background,
      captureKeys,
      settingsChanges: parts.settingsChanges,
      lock: locking.lock,
      openLink,
    }),
    log,
  )
  makeKnownToWindows(linkScheme)
  const releases = releasesPage(app.getAppPath())
  const lookForNewVersion = (page: string) => void openLink(page).catch((error) => log('link', error))
  const drawMenu = keysChanged((keys) =>
    setApplicationMenu(
      {
        choose: life.chosen,
        platform: process.platform,
        lookForNewVersion: releases === null ? null : () => lookForNewVersion(releases),
      },
      keys,
    ),
  )
  drawMenu(journal.settings)
  for (const name of ['journalOpened', 'journalLocked', 'settingsChanged'] as const)
    events.on(name, () => drawMenu(journal.settings))

  // The theme is in the journal; a folder that does not answer must not keep the window away for long.
  await withTimeout(journal.tryOpen(), timeoutMs)
  themed()
  const begun = life.begin(asAtLogin(process.platform, asks, () => app.getLoginItemSettings()))
  external.drainTo((event) => handleSecondInstance(event, life))
  void reminders.look()
  await begun
}

/** Draws with the keys that commands have by the settings: at first, and whenever they are others. */
function keysChanged(draw: (keys: CommandKeys['of']) => void): (settings: Settings) => void {
  let before: string | null = null
  return ({ commandKeys: stored }) => {
    const { of } = commandKeys(stored)
    const drawn = JSON.stringify([...of])
    if (drawn !== before) draw(of)
    before = drawn
  }
}

/** The platforms that the app is built for; others are treated as Linux. */
function platformName(): Start['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}
