/**
 * The app that the benchmark launches in place of the repository: it runs the built main as it is, between two marks. `ready` is held back until the
 * benchmark has attached to everything, so that neither the runtime's own start nor the attaching is measured.
 */
import { readdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { app } from 'electron'
import { collectedBytes } from '../collected'
import type { MainHook } from './mainHook'

/** Put in when this is built: the file of the built main, and the instant at which it is to believe it starts. */
declare const builtMain: string
declare const startsAt: string

const nowOfPages = () => performance.timeOrigin + performance.now()

let release: () => void = () => undefined
const released = new Promise<void>((resolve) => {
  release = resolve
})
const whenReady = app.whenReady.bind(app)
app.whenReady = async () => {
  await Promise.all([whenReady(), released])
}

const real = Date.now
const shift = Date.parse(startsAt) - real()
Date.now = () => real() + shift

const blocks = monitorEventLoopDelay({ resolution: 1 })
const began = performance.now()
require(builtMain)
const evaluated = performance.now() - began

const hook: MainHook = {
  evaluated,
  release() {
    release()
    return nowOfPages()
  },
  now: nowOfPages,
  memory: () => ({
    heap: collectedBytes(),
    rss: process.memoryUsage.rss(),
    peakRss: process.resourceUsage().maxRSS * 1024,
    openFiles: openFiles(),
  }),
  watchBlocks() {
    blocks.reset()
    blocks.enable()
  },
  // Beyond the millisecond after which it looks again.
  longestBlock: () => blocks.max / 1e6 - 1,
}
Object.assign(globalThis, { __bench: hook })

function openFiles(): number | null {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return null
  }
}
