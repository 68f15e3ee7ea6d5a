import { browser, headless } from './browser'
import type { DevtoolsSession, Protocol } from './devtools'

export interface OpenTarget {
  readonly id: string
  readonly session: DevtoolsSession
}

interface FirstDocument {
  /** Found again in the window's address and class. */
  readonly name: string
  readonly title: string
  readonly backgroundColor: string
}

const ours = new Set<string>()
const blank = new Set<string>()
const attached = new Map<string, string>()
const arrivals = new Map<string, (session: string) => void>()
const named = new Map<string, (target: { targetId: string; sessionId: string }) => void>()
const leaving = new Map<string, () => void>()
const creating = new Set<Promise<unknown>>()
let prepared: Promise<unknown> | undefined

/**
 * Opens an empty page in a window of its own; it waits for `Runtime.runIfWaitingForDebugger`.
 *
 * @param onGone called when the page has been closed by someone else, say a person looking at it
 */
export async function openTarget(size: { width: number; height: number }, onGone: () => void): Promise<OpenTarget> {
  prepared ??= prepare()
  await prepared
  const { root } = browser().connection
  const created = root.ask('Target.createTarget', { url: 'about:blank', newWindow: true, ...size })
  creating.add(created)
  const { targetId } = await created
  ours.add(targetId)
  creating.delete(created)
  const session = attached.get(targetId) ?? (await new Promise<string>((resolve) => arrivals.set(targetId, resolve)))
  leaving.set(session, onGone)
  return { id: targetId, session: browser().connection.session(session) }
}

/**
 * Opens a page with nothing but a color in a window without tabs and address. It has the keyboard at once.
 *
 * @param onGone called when the page has been closed by someone else, say a person looking at it
 */
export async function openAppTarget(first: FirstDocument, onGone: () => void): Promise<OpenTarget> {
  prepared ??= prepare()
  await prepared
  const { name, title, backgroundColor } = first
  const document = `<title>${encodeURIComponent(title)}</title><body style="background:${encodeURIComponent(backgroundColor)}">`
  const arrival = new Promise<{ targetId: string; sessionId: string }>((resolve) => named.set(name, resolve))
  await browser().openAppWindow(`data:text/html;charset=utf-8;name=${name},${document}`)
  const { targetId, sessionId } = await arrival
  named.delete(name)
  leaving.set(sessionId, onGone)
  const session = browser().connection.session(sessionId)
  await firstLoad(session)
  return { id: targetId, session }
}

/** Chromium doesn't hold every window of a second start back: its document may have been loaded before we came. */
async function firstLoad(session: DevtoolsSession): Promise<void> {
  const loaded = new Promise<void>((resolve) => session.on('Page.loadEventFired', () => resolve()))
  session.tell('Page.enable')
  const expression = "document.readyState === 'complete' && location.protocol === 'data:'"
  const { result } = await session.ask('Runtime.evaluate', { expression })
  session.tell('Runtime.runIfWaitingForDebugger')
  if (result.value !== true) await loaded
}

/** Notes that the app itself has loaded `about:blank` in a page, which else is only what its window began with. */
export function noteBlank(id: string): void {
  blank.add(id)
}

export function isBlankOnPurpose(id: string): boolean {
  return blank.has(id)
}

export function closeTarget(id: string): void {
  browser().connection.root.tell('Target.closeTarget', { targetId: id })
}

async function prepare(): Promise<void> {
  const { root } = browser().connection
  root.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => void arrive(sessionId, targetInfo))
  root.on('Target.detachedFromTarget', ({ sessionId }) => leaving.get(sessionId)?.())
  await root.ask('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
}

async function arrive(sessionId: string, info: Protocol.Target.TargetInfo): Promise<void> {
  const session = browser().connection.session(sessionId)
  if (info.type !== 'page') {
    session.tell('Runtime.runIfWaitingForDebugger')
    return
  }
  const opened = [...named].find(([name]) => info.url.includes(name))
  if (opened) return opened[1]({ targetId: info.targetId, sessionId })
  attached.set(info.targetId, sessionId)
  arrivals.get(info.targetId)?.(sessionId)
  // A target can arrive before the answer that says it is one of ours.
  await Promise.allSettled(creating)
  await Promise.resolve()
  if (ours.has(info.targetId)) return
  // In a headed Chromium a person may open windows of their own.
  if (headless || info.openerId) closeTarget(info.targetId)
  else session.tell('Runtime.runIfWaitingForDebugger')
}
