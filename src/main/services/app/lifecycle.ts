/** The app from its start to its end: what it opens, when closing the window only hides it, and that it ends once all is kept. */

import type { CaptureDraft } from '#shared/contract/captures'
import type { CommandId } from '#shared/contract/commands'
import type { CaptureShortcut } from '../captures/captureShortcut'
import type { QuickCapture } from '../captures/quickCapture'
import type { LaunchAction } from './appAction'
import type { Background } from './background'
import type { PageRequests, PendingRequest } from './pageRequests'
import type { Shutdown } from './shutdown'
import type { StartRequest } from './startRequest'

/** Milliseconds in which a desktop that just began may still bring its tray, and between two looks for it. */
const trayTimeoutMs = 10_000
const trayPause = 1_000

export interface LifecycleNeeds {
  /** Ends the app as its menu does: `quitBegan`, the windows, `mayEnd`. */
  quit(): void
  readonly window: { open(): void; openMinimized(): void; bringForward(): void }
  readonly captureWindow: { prepareSoon(): void; close(): void }
  readonly quickCapture: Pick<QuickCapture, 'open'>
  readonly captureKeys: Pick<CaptureShortcut, 'start' | 'stop' | 'tryOut'>
  readonly background: Pick<Background, 'isReachable' | 'staysAfterClosing'>
  readonly pageRequests: Pick<PageRequests, 'ask' | 'pageEnded'>
  /** Resolves once the tray is drawn. */
  drawTray(): Promise<void>
  /** Looks at the clock and at what waits outside. */
  look(): void
  /** Other programs may have changed files; `now` says that it is likely. */
  lookAtFiles(now: boolean): void
  readonly shutdown: Pick<Shutdown, 'flush' | 'holdsWords' | 'end'>
  wait(milliseconds: number): Promise<void>
}

export interface Lifecycle {
  begin(asks: StartRequest): Promise<void>
  /** Another start handed this over; null for one that made no sense. */
  startedAgain(asks: StartRequest | null): void
  run(action: LaunchAction): void
  /** From the application menu, which on macOS is there without a window as well. */
  chosen(command: CommandId): void
  /** The system shows the app: its icon was clicked. */
  activated(): void
  resumed(): void
  /** One of the windows has the keyboard now. */
  focused(): void
  suspended(): void
  /** Windows asks whether the session may end; it takes no later answer, and after a yes it may end the app at any moment. */
  sessionAsked(event: { preventDefault(): void }): void
  /** The session ends, and waits until the app has. */
  sessionEnded(event: { preventDefault(): void }): void
  /** The app is on its way out, unless the person stays with words that are not saved. */
  quitBegan(): void
  stayed(): void
  /** Asked when the window's words are saved: whether closing it only hides it. */
  hides(): Promise<boolean>
  /** The document in the window is gone: replaced, crashed or closed. */
  pageEnded(): void
  /** The window is gone for good. */
  closed(): void
  /** Whether the process may end now; once it may, the app is quit again. */
  mayEnd(): boolean
}

export function createLifecycle(needs: LifecycleNeeds): Lifecycle {
  const { quit, window, captureWindow, quickCapture, captureKeys, background, pageRequests } = needs
  const { drawTray, look, lookAtFiles, shutdown, wait } = needs
  let quitting = false
  let announceQuitting = () => {}
  let quitBegins = untilQuitting()
  let end: 'far' | 'near' | 'now' = 'far'

  function untilQuitting(): Promise<false> {
    return new Promise((resolve) => {
      announceQuitting = () => resolve(false)
    })
  }

  function show(request: Partial<PendingRequest>): void {
    pageRequests.ask(request)
    window.bringForward()
  }

  function openField(capture: true | CaptureDraft): void {
    quickCapture.open(capture === true ? null : capture)
  }

  /** Once the app is gone the session goes on ending. */
  function sessionEnded(event: { preventDefault(): void }): void {
    event.preventDefault()
    quit()
  }

  /** Nowhere to be found but in the taskbar, unless a tray shows up. */
  async function stayReachable(): Promise<void> {
    let isOver = false
    const over = wait(trayTimeoutMs).then(() => {
      isOver = true
    })
    while (!isOver && !quitting) {
      if (await background.isReachable()) return
      // A pause between two looks, which ends early when the time for them is over.
      await Promise.race([over, wait(trayPause)])
    }
    if (!quitting) window.openMinimized()
  }

  return {
    async begin(asks) {
      // The session may end while the journal's folder is waited for.
      if (quitting) return
      const isQuiet = asks.hidden || asks.capture !== false
      pageRequests.ask(asks)
      if (!isQuiet) window.open()
      if (asks.capture === false) captureWindow.prepareSoon()
      else openField(asks.capture)
      captureKeys.start()
      await drawTray()
      if (isQuiet) await stayReachable()
    },
    startedAgain(asks) {
      if (end !== 'far') return
      if (asks === null) window.bringForward()
      else if (asks.capture !== false) openField(asks.capture)
      else if (!asks.hidden) show(asks)
      look()
    },
    run(action) {
      if (action.kind === 'quit') quit()
      else if (action.kind === 'capture') quickCapture.open()
      else show(action.kind === 'reminders' ? { command: 'reminders' } : { page: action.page })
    },
    chosen(command) {
      if (command === 'capture') quickCapture.open()
      else show({ command })
    },
    activated() {
      if (end === 'far') window.open()
    },
    resumed() {
      look()
      lookAtFiles(true)
    },
    // The person comes from somewhere else, perhaps from a program that changed files.
    focused: () => lookAtFiles(false),
    suspended: shutdown.flush,
    sessionAsked(event) {
      if (shutdown.holdsWords()) sessionEnded(event)
      else shutdown.flush()
    },
    sessionEnded,
    quitBegan() {
      quitting = true
      announceQuitting()
      captureKeys.stop()
      // Hidden, it would keep the app from ending.
      captureWindow.close()
    },
    stayed() {
      quitting = false
      quitBegins = untilQuitting()
      captureKeys.start()
      captureWindow.prepareSoon()
    },
    async hides() {
      if (quitting) return false
      // Quitting does not wait for an answer to whether the app is to go on, and takes none: what comes first counts, and no time limits it.
      const stays = background.staysAfterClosing(() => !quitting).catch(() => false)
      return (await Promise.race([stays, quitBegins])) && !quitting
    },
    pageEnded() {
      pageRequests.pageEnded()
      // Nothing is left that would end it.
      captureKeys.tryOut(false)
    },
    closed() {
      captureWindow.close()
      quit()
    },
    mayEnd() {
      if (end === 'far') {
        end = 'near'
        const ended = () => {
          end = 'now'
          quit()
        }
        void shutdown.end().then(ended, ended)
      }
      return end === 'now'
    },
  }
}
