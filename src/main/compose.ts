/** Starts the app: where ports meet adapters, and what the system tells it. */
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, session as electronSession, nativeTheme, powerMonitor, protocol } from 'electron'
import type { EventName } from '#shared/contract/channels'
import { safeLink } from '#shared/document/linkPolicy'
import { Failure } from '#shared/domain/failure'
import { linkScheme, parseCaptureLink } from './captureLink'
import { parseCommandLine, type Verb } from './commandLine'
import { type AtHand, composeAtHand } from './composeAtHand'
import { composeJournal } from './composeJournal'
import { broadcast } from './ipc/broadcast'
import { handlersOf } from './ipc/handlers'
import { serve } from './ipc/serve'
import { type AskedPage, createAsked } from './services/askedPage'
import { type DayWatch, watchDay } from './services/dayWatch'
import { keepSoon } from './services/keepSoon'
import type { DeviceState } from './system/deviceState'
import { electronDesktop } from './system/electronDesktop'
import { log } from './system/log'
import { offerEntryPoints } from './system/offerEntryPoints'
import { systemClock } from './system/systemClock'
import { setApplicationMenu } from './windows/applicationMenu'
import { createFlush } from './windows/flush'
import { createJournalWindow } from './windows/journalWindow'
import { pageScheme } from './windows/pageOrigin'
import { pageManifest, servePage } from './windows/pageProtocol'
import { guardSession, guardWebContents } from './windows/security'

/** Milliseconds the window waits for the journal's settings. */
const patience = 1_000

/** As in `resources/electron-builder.yml`: Windows shows no notification of an app that it does not know by this. */
const appId = 'app.throughline.journal'

/** After these the tray may say something else. */
const shownInTray: ReadonlySet<EventName> = new Set(['rowsChanged', 'settingsChanged'])

/** What the command line asks for. */
export type StartAsked = Extract<Verb, { kind: 'open' }>

export function startApp(asked: StartAsked, userDataSwitch: readonly string[]): void {
  app.enableSandbox()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  // macOS hands links over like this, the first one before the app is ready.
  const links = createLinks()
  app.on('open-url', (event, url) => {
    event.preventDefault()
    links.come(url)
  })
  void app
    .whenReady()
    .then(() => compose(asked, userDataSwitch, links))
    .catch((error: unknown) => {
      log('start', error)
      app.exit(1)
    })
}

type Links = ReturnType<typeof createLinks>

/** Keeps a link until somebody follows them. */
function createLinks() {
  let waiting: string | null = null
  let follow: ((url: string) => void) | null = null
  return {
    come(url: string) {
      if (follow) follow(url)
      else waiting = url
    },
    followWith(next: (url: string) => void) {
      follow = next
      if (waiting !== null) next(waiting)
    },
  }
}

async function compose(atStart: StartAsked, userDataSwitch: readonly string[], links: Links): Promise<void> {
  const clock = systemClock
  const locale = app.getPreferredSystemLanguages()[0] ?? app.getLocale()
  let days: DayWatch | null = null
  let atHand: AtHand | null = null
  const atWork = await composeJournal({
    clock,
    here: { locale, platform: platformName() },
    tell(name, event) {
      broadcast(name, event)
      // What waits goes once the day is written.
      if (name === 'rowsChanged') void atHand?.reminders.look()
      if (shownInTray.has(name)) atHand?.refreshTray()
    },
    opened() {
      nativeTheme.themeSource = atWork.journal.settings.theme
      days?.look()
      atHand?.reminders.planChanged()
    },
  })
  const { device, keepDevice, journal, session } = atWork

  const openLink = async (url: string) => {
    const safe = safeLink(url)
    if (safe === null) throw new Failure('bad-request', 'not a link that may be opened')
    await electronDesktop.openLink(safe)
  }
  guardWebContents((url) => void openLink(url).catch((error) => log('link', error)))
  guardSession(electronSession.defaultSession)
  protocol.handle(pageScheme, servePage(await pageManifest(join(__dirname, '../renderer'))))

  const flush = createFlush(() => broadcast('flushAsked', null))
  const asked = createAsked((page) => broadcast('pageAsked', page))
  if (atStart.page !== null) asked.ask(atStart.page)
  const bringForward = (page: AskedPage | null) => {
    if (page !== null) asked.ask(page)
    window.bringForward()
  }
  const hand = composeAtHand({ atWork, clock, locale, userDataSwitch, bringForward })
  atHand = hand
  const { captureField, captureKeys, captureWindow, presence, reminders } = hand
  const watch = watchDay(
    session.today,
    (today) => {
      broadcast('dayChanged', { today, zone: clock.now().zone })
      hand.refreshTray()
    },
    () => {
      void session.captures.look()
      void reminders.look()
      session.lookAgain(false)
    },
  )
  days = watch
  const { exports, found, folder, overview } = atWork
  serve(
    handlersOf({
      session,
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
      days: watch,
      openLink,
    }),
    log,
  )

  const keepPlace = keepSoon(
    (place: DeviceState['window']) => keepDevice({ window: place }),
    (error) => log('device', error),
  )
  let quitting = false
  app.on('before-quit', () => {
    quitting = true
    captureKeys.stop()
    // Hidden, it would keep the app from ending.
    captureWindow.close()
  })

  const window = createJournalWindow(() => ({
    place: device.value.window,
    theme: journal.settings.theme,
    keepPlace,
    flush: flush.ask,
    pageEnded() {
      flush.pageEnded()
      asked.pageEnded()
    },
    stayed() {
      quitting = false
      captureKeys.start()
    },
    // Quitting, it is not asked; a window that the person closes may only hide.
    hides: async () => !quitting && (await presence.staysAfterClosing()),
    // The page kept the window open until it was saved, and with it the quit: it goes on now.
    closed() {
      if (process.platform !== 'darwin') captureWindow.close()
      if (quitting) app.quit()
    },
  }))
  // The theme is in the journal; a folder that does not answer must not keep the window away for long.
  await Promise.race([journal.tryOpen(), setTimeout(patience)])
  nativeTheme.themeSource = journal.settings.theme
  setApplicationMenu((command) => broadcast('commandChosen', { command }), process.platform)
  if (!atStart.hidden) window.open()
  captureKeys.start()
  hand.refreshTray()
  void reminders.look()
  // Nowhere to be found but in the taskbar.
  if (atStart.hidden && !(await presence.isReachable())) window.openMinimized()
  if (atStart.capture) openCapture(atStart.capture)
  else captureWindow.prepareSoon()
  links.followWith((url) => {
    const offered = parseCaptureLink(url)
    if (offered !== null) captureField.open(offered)
  })

  function openCapture(what: StartAsked['capture']): void {
    captureField.open(typeof what === 'boolean' ? null : what)
  }

  app.on('second-instance', (_, argv) => {
    // From another process: read as strictly as our own, and what makes no sense asks for nothing.
    const { verb } = parseCommandLine(argv.slice(1))
    if (verb.kind !== 'open') bringForward(null)
    else if (verb.capture) openCapture(verb.capture)
    else if (!verb.hidden) bringForward(verb.page)
    watch.look()
  })
  offerEntryPoints(hand.open)
  if (process.platform === 'win32') {
    app.setAppUserModelId(appId)
    if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
  }
  app.on('activate', window.open)
  app.on('window-all-closed', () => {
    // Started without a window, it goes on when the field of quick capture breaks down.
    if (process.platform !== 'darwin' && !atStart.hidden) app.quit()
  })
  powerMonitor.on('resume', () => {
    watch.look()
    session.lookAgain(true)
  })
  // The person comes from somewhere else, perhaps from a program that changed files.
  app.on('browser-window-focus', () => session.lookAgain(false))
  powerMonitor.on('suspend', () => {
    broadcast('flushAsked', null)
    void captureField.flush()
  })
  // The session ends: it waits until what is written is saved. Windows tells its windows instead.
  const endedBySystem = (event: { preventDefault(): void }) => {
    event.preventDefault()
    app.quit()
  }
  // The types leave out the event that the documentation names.
  powerMonitor.on('shutdown', endedBySystem as () => void)

  let released = false
  app.on('will-quit', (event) => {
    if (released) return
    event.preventDefault()
    watch.stop()
    hand.trayIcon.remove()
    void Promise.allSettled([keepPlace.flush(), captureField.flush(), session.leave()]).then(() => {
      released = true
      app.quit()
    })
  })
}

/** The platforms that the app is built for; others are treated as Linux. */
function platformName(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}
