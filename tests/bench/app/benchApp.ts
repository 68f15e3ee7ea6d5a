/** An app that the benchmark drives: attached to before its first window, and asked for its marks. */
import { setTimeout } from 'node:timers/promises'
import { _electron, type CDPSession, type ElectronApplication, type Page } from 'playwright'
import type { JournalBridge } from '#shared/contract/bridge'
import type { RequestName } from '#shared/contract/channels'
import type { Request, Response } from '#shared/contract/requests'
import { hasDisplay } from '../../../scripts/runtime/display'
import { headlessSwitch } from '../../../src/main/cli/switches'
import { zone } from '../corpus/corpusEntry'
import type { MainHook } from './mainHook'
import { type Marks, markPage, type PageMarks } from './pageMarks'

/** Milliseconds after which something that does not come is missing. */
const patience = 120_000
/** Milliseconds after which a call is made again. */
const unanswered = 10_000

const running = new Set<BenchApp>()

/** Ends what a measure that broke off left behind, so that the next one is alone. */
export async function closeRunningApps(): Promise<void> {
  await Promise.all(Array.from(running, (app) => app.close().catch(() => undefined)))
}

export class BenchApp {
  private constructor(
    readonly electron: ElectronApplication,
    /** Main's first statement, as an instant: the time it stood still for the benchmark is taken out. */
    readonly began: number,
  ) {}

  /** `folder` holds a starter or a bare app. Functions that go into a page are written by esbuild with its `__name` around those in them. */
  static async launch(folder: string, args: readonly string[] = []): Promise<BenchApp> {
    const env: Record<string, string> = { TZ: zone }
    for (const [name, value] of Object.entries(process.env)) if (value !== undefined && name !== 'TZ') env[name] = value
    const electron = await _electron.launch({
      args: [...(hasDisplay() ? [] : [headlessSwitch]), folder, ...args],
      env,
      colorScheme: null,
    })
    await electron.context().addInitScript({ content: `globalThis.__name = (it) => it;(${markPage})()` })
    const began = await electron.evaluate(() => {
      const { __bench } = globalThis as { __bench?: MainHook }
      return __bench ? __bench.release() - __bench.evaluated : performance.timeOrigin + performance.now()
    })
    const app = new BenchApp(electron, began)
    running.add(app)
    return app
  }

  async page(title = 'Throughline'): Promise<Page> {
    return until(`a window titled ${title}`, async () => {
      // A window that is still on its way to its page has no title to tell.
      for (const page of this.electron.windows()) if ((await page.title().catch(() => '')) === title) return page
      return null
    })
  }

  /** The instant of a mark, once it is there. */
  async mark(page: Page, name: keyof Marks): Promise<number> {
    return until(`the mark ${name}`, () =>
      page.evaluate((key) => (globalThis as { __marks?: PageMarks }).__marks?.[key] ?? null, name),
    )
  }

  /** In main, with what the starter left there. `work` goes there as text: it knows nothing of what is around it here. */
  async inMain<T>(work: (hook: MainHook) => T): Promise<T> {
    return this.electron.evaluate(
      (_, source) =>
        new Function('hook', `return (${source})(hook)`)((globalThis as unknown as { __bench: MainHook }).__bench),
      String(work),
    )
  }

  /** As the page asks main. */
  async ask<K extends RequestName>(page: Page, name: K, request: Request<K>): Promise<Response<K>> {
    const answer = await page.evaluate(
      ([asked, given]) =>
        (globalThis as unknown as { journal: JournalBridge }).journal.request(asked as K, given as Request<K>),
      [name, request] as const,
    )
    if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`)
    return answer.value
  }

  /** Resolves once every entry is known to the search. */
  async filled(page: Page): Promise<void> {
    const nothing = { query: '', starred: false, practice: null, template: null, kind: null, limit: 0 }
    await until('a search that knows all entries', async () => {
      const { complete } = await this.ask(page, 'search.find', nothing)
      return complete || null
    })
  }

  async session(page: Page): Promise<CDPSession> {
    const session = await this.electron.context().newCDPSession(page)
    await session.send('Performance.enable')
    return session
  }

  async close(): Promise<void> {
    running.delete(this)
    await this.electron.close()
  }
}

/** Takes the watch for marks out of the page, which would else be a part of what is measured there from now on. */
export async function endMarks(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as { __marks?: PageMarks }).__marks?.end())
}

/** Processor seconds of the page's main thread since it was there. Not its tasks' time on the clock, in which other processes have their turns. */
export async function threadSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const found = metrics.find(({ name }) => name === 'ThreadTime')
  if (!found) throw new Error('the page does not tell how long it worked')
  return found.value
}

/** Asks again until there is an answer, seldom enough not to be what is measured. */
export async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  const end = performance.now() + patience
  while (performance.now() < end) {
    // A call into a page that is just being replaced may never be answered: the next one is.
    const found = await Promise.race([look(), setTimeout(unanswered, null)])
    if (found !== null) return found
    await setTimeout(50)
  }
  throw new Error(`${what} did not come`)
}
