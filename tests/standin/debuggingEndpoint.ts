import { randomUUID } from 'node:crypto'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import type { Chromium } from './chromium'
import { ClientEmulation } from './clientEmulation'
import { colorScheme } from './colorScheme'
import { EmptyPages } from './emptyPages'

/**
 * The debugging port that a DevTools client (Playwright) attaches to. It passes everything on to Chromium's own port, but makes
 * two things as they are on Electron: see `clientEmulation.ts` and `emptyPages.ts`.
 */
export async function openDebuggingEndpoint(chromium: Chromium): Promise<void> {
  const path = `/devtools/browser/${randomUUID()}`
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, path, perMessageDeflate: false })
  server.on('connection', (client) => void pass(client, chromium))
  await Promise.all([new Promise((resolve) => server.once('listening', resolve)), chromium.debuggingAddress])
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the debugging port has no number')
  process.stderr.write(`DevTools listening on ws://127.0.0.1:${address.port}${path}\n`)
}

async function pass(client: WebSocket, chromium: Chromium): Promise<void> {
  const early: RawData[] = []
  const keep = (message: RawData) => early.push(message)
  client.on('message', keep)
  const browser = new WebSocket(await chromium.debuggingAddress, { perMessageDeflate: false })
  await new Promise((resolve) => browser.once('open', resolve))
  const emulation = new ClientEmulation((message) => browser.send(message))
  const emptyPages = new EmptyPages()
  const toBrowser = (message: RawData) => {
    const text = String(message)
    emptyPages.outgoing(text)
    browser.send(emulation.outgoing(text))
  }
  client.off('message', keep)
  early.forEach(toBrowser)
  client.on('message', toBrowser)
  browser.on('message', (message) => {
    const text = String(message)
    if (!emulation.isOwnAnswer(text)) client.send(emptyPages.incoming(text))
  })
  const unfollow = colorScheme.follow(() => emulation.refresh())
  client.once('close', () => {
    unfollow()
    browser.close()
  })
  browser.once('close', () => client.close())
  // A client that is killed resets its connection; the close that follows does the rest.
  client.on('error', () => undefined)
  browser.on('error', () => undefined)
}
