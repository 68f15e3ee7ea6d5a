/** The one place where ports meet adapters: builds the app and starts it. */
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, session as electronSession, nativeTheme, powerMonitor, protocol } from 'electron'
import { v7 as uuid } from 'uuid'
import { safeLink } from '#shared/document/linkPolicy'
import { Failure } from '#shared/domain/failure'
import { parseCommandLine } from './commandLine'
import { broadcast } from './ipc/broadcast'
import { handlersOf } from './ipc/handlers'
import { serve } from './ipc/serve'
import { type AskedPage, createAsked } from './services/askedPage'
import { type DayWatch, watchDay } from './services/dayWatch'
import type { EntryPoint } from './services/entryPoints'
import { createExportActions } from './services/exportActions'
import { createFolderChoice } from './services/folderChoice'
import { createJournal } from './services/journal'
import { keepSoon } from './services/keepSoon'
import { createReminders, type Reminders } from './services/reminders'
import { createSession } from './services/session'
import { openExportFolder } from './storage/exportFolder'
import { openDocument } from './storage/openDocument'
import { openJournal } from './storage/openJournal'
import { openJournalForReading } from './storage/openJournalForReading'
import { createDevicePlace } from './system/devicePlace'
import { type DeviceState, defaultDeviceState, deviceSchemaVersion, deviceStateSchema } from './system/deviceState'
import { electronDesktop } from './system/electronDesktop'
import { createElectronNotifier } from './system/electronNotifier'
import { log } from './system/log'
import { offerEntryPoints } from './system/offerEntryPoints'
import { notificationsAnswer } from './system/sessionBus'
import { systemClock } from './system/systemClock'
import { setApplicationMenu } from './windows/applicationMenu'
import { createCaptureWindow } from './windows/captureWindow'
import { createFlush } from './windows/flush'
import { createJournalWindow } from './windows/journalWindow'
import { pageScheme } from './windows/pageOrigin'
import { pageManifest, servePage } from './windows/pageProtocol'
import { guardSession, guardWebContents } from './windows/security'

/** Milliseconds the window waits for the journal's settings. */
const patience = 1_000

export interface StartAsked {
  /** The page that the command line asks for. */
  readonly page: AskedPage | null
  readonly capture: boolean
}

export function startApp(asked: StartAsked): void {
  app.enableSandbox()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  void app
    .whenReady()
    .then(() => compose(asked))
    .catch((error: unknown) => {
      log('start', error)
      app.exit(1)
    })
}

async function compose(atStart: StartAsked): Promise<void> {
  const clock = systemClock
  const locale = app.getPreferredSystemLanguages()[0] ?? app.getLocale()
  const device = await openDocument<DeviceState>({
    path: join(app.getPath('userData'), 'device.json'),
    schema: deviceStateSchema,
    version: deviceSchemaVersion,
    defaults: defaultDeviceState,
    clock,
  })
  const keepDevice = (change: Partial<DeviceState>) => device.change((value) => ({ ...value, ...change }))
  const usual = join(app.getPath('userData'), 'journal')
  const folder = () => device.value.journalFolder ?? usual

  const journal = createJournal(async () => {
    const opening = folder()
    const opened = await openJournal({ folder: opening, clock, knownBefore: device.value.lastOpened === opening })
    // Not knowing next time that it was here is no reason not to open it now.
    if (device.value.lastOpened !== opening)
      await keepDevice({ lastOpened: opening }).catch((error) => log('device', error))
    return opened
  })
  let days: DayWatch | null = null
  let reminders: Reminders | null = null
  const session = createSession({
    journal,
    clock,
    newId: () => uuid(),
    tell(name, event) {
      broadcast(name, event)
      // What waits goes once the day is written.
      if (name === 'entryChanged') void reminders?.look()
    },
    here: { locale, platform: platformName() },
    folder,
    opened: () => {
      nativeTheme.themeSource = journal.settings.theme
      days?.look()
      reminders?.planChanged()
    },
  })

  const openLink = async (url: string) => {
    const safe = safeLink(url)
    if (safe === null) throw new Failure('bad-request', 'not a link that may be opened')
    await electronDesktop.openLink(safe)
  }
  guardWebContents((url) => void openLink(url).catch((error) => log('link', error)))
  guardSession(electronSession.defaultSession)
  protocol.handle(pageScheme, servePage(await pageManifest(join(__dirname, '../renderer'))))

  const watch = watchDay(
    session.today,
    (today) => broadcast('dayChanged', { today, zone: clock.now().zone }),
    () => {
      void session.captures.look()
      void reminders?.look()
    },
  )
  days = watch
  const flush = createFlush(() => broadcast('flushAsked', null))
  const asked = createAsked((page) => broadcast('pageAsked', page))
  if (atStart.page !== null) asked.ask(atStart.page)
  const captureWindow = createCaptureWindow()
  reminders = createReminders({
    clock,
    locale,
    chosen: () => (journal.isOpen ? { plan: journal.settings.reminders, dayEnds: journal.settings.dayEnds } : null),
    stored: () => device.value.reminders ?? null,
    store: (state) => keepDevice({ reminders: state }),
    isWritten: session.isWritten,
    notifier: createElectronNotifier(process.platform === 'linux' ? notificationsAnswer : async () => true),
    tell: (reminding) => broadcast('remindersChanged', reminding),
    open: (page) => bringForward(page),
    failed: (error) => log('reminders', error),
  })
  const place = createDevicePlace({ device, usual, move: session.move })
  serve(
    handlersOf({
      session,
      exports: createExportActions({
        entries: () => journal.forReading().entries,
        desktop: electronDesktop,
        openSource: async () => (await openJournalForReading({ folder: folder() })).entries,
        openFolder: (path) => openExportFolder(path, { journal: folder() }),
      }),
      folder: createFolderChoice(electronDesktop, place),
      desktop: electronDesktop,
      flush,
      asked,
      captureField: {
        begin: () => ({ draft: device.value.captureDraft ?? null, locale }),
        async keepDraft(draft) {
          await keepDevice({ captureDraft: draft.text === '' ? null : draft })
          return null
        },
        async add(draft) {
          await session.captures.add(draft)
          // Kept already: else it would stand there again after a crash.
          await keepDevice({ captureDraft: null }).catch((error) => log('device', error))
          return null
        },
        open: captureWindow.open,
        hide: captureWindow.hide,
      },
      reminders,
      days: watch,
      openLink,
    }),
    log,
  )

  const keepPlace = keepSoon(
    (window: DeviceState['window']) => keepDevice({ window }),
    (error) => log('device', error),
  )
  let quitting = false
  app.on('before-quit', () => {
    quitting = true
    // Hidden, it would keep the app from ending.
    captureWindow.close()
  })

  const window = createJournalWindow(() => ({
    place: device.value.window,
    theme: journal.settings.theme,
    keepPlace,
    flush: flush.ask,
    pageEnded: () => {
      flush.pageEnded()
      asked.pageEnded()
    },
    stayed: () => {
      quitting = false
    },
    hides: async () => false,
    // The page kept the window open until it was saved, and with it the quit: it goes on now.
    closed: () => {
      if (process.platform !== 'darwin') captureWindow.close()
      if (quitting) app.quit()
    },
  }))
  // The theme is in the journal; a folder that does not answer must not keep the window away for long.
  await Promise.race([journal.tryOpen(), setTimeout(patience)])
  nativeTheme.themeSource = journal.settings.theme
  setApplicationMenu((command) => broadcast('commandChosen', { command }), process.platform)
  window.open()
  if (atStart.capture) captureWindow.open()

  function bringForward(page: AskedPage | null): void {
    if (page !== null) asked.ask(page)
    window.bringForward()
  }
  const answer = (asks: EntryPoint['asks'] | null) => {
    if (asks === 'capture') captureWindow.open()
    else bringForward(asks)
  }
  app.on('second-instance', (_, argv) => {
    // From another process: read as strictly as our own, and what makes no sense asks for nothing.
    const { verb } = parseCommandLine(argv.slice(1))
    answer(verb.kind !== 'open' ? null : verb.capture ? 'capture' : verb.page)
    watch.look()
  })
  offerEntryPoints(answer)
  app.on('activate', window.open)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  powerMonitor.on('resume', watch.look)
  powerMonitor.on('suspend', () => broadcast('flushAsked', null))

  let released = false
  app.on('will-quit', (event) => {
    if (released) return
    event.preventDefault()
    watch.stop()
    void Promise.allSettled([keepPlace.flush(), session.leave()]).then(() => {
      released = true
      app.quit()
    })
  })
}

/** The platforms that the app is built for; others are treated as Linux. */
function platformName(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}
