import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { repository } from '../../scripts/runtime/repository'
import { processesWith } from '../standin/processes'
import type { VirtualDesktop } from '../standin/virtualDesktop'

/** What the tests read of an entry's file and of a day's captures. */
interface Stored {
  readonly sections?: readonly { readonly text: string }[]
  readonly captures?: readonly { readonly text: string }[]
}

/** A new person's folder, and the commands of `package.json` run with it on the stand-in. */
export class StartedApp {
  readonly #desktop: VirtualDesktop
  readonly #folder = mkdtempSync(join(tmpdir(), 'throughline-start-'))
  readonly #children = new Set<ChildProcess>()

  constructor(desktop: VirtualDesktop) {
    this.#desktop = desktop
    onTestFinished(() => this.#end())
  }

  /** Resolves with the command's exit code. */
  async run(script: 'start' | 'app', ...args: readonly string[]): Promise<number | null> {
    const tsx = join(repository, 'node_modules/.bin/tsx')
    const child = spawn(tsx, [join(repository, `scripts/${script}.ts`), `--user-data-dir=${this.#folder}`, ...args], {
      env: { ...process.env, ...this.#desktop.environment, THROUGHLINE_RUNTIME: 'standin', TMPDIR: this.#folder },
      stdio: 'ignore',
    })
    this.#children.add(child)
    const [code] = await once(child, 'exit')
    this.#children.delete(child)
    return code
  }

  /** The processes that have to do with this folder: the app's, and those of the Chromium that keeps its profile in it. */
  processes(): string[] {
    return processesWith(this.#folder)
  }

  /** The answers of the one page there is, in its order; none before it is on the disk. */
  answers(): string[] {
    return this.#read('entries').flatMap(({ sections = [] }) => sections.map(({ text }) => text))
  }

  captures(): string[] {
    return this.#read('captures').flatMap(({ captures = [] }) => captures.map(({ text }) => text))
  }

  #read(folder: string): Stored[] {
    const root = join(this.#folder, 'journal', folder)
    try {
      const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
      return names.map((name) => JSON.parse(readFileSync(join(root, name), 'utf8')))
    } catch {
      // Looked at while the app writes: the folder is not there yet, or a name has gone since.
      return []
    }
  }

  /** A test that fails half-way leaves no app behind either. */
  async #end(): Promise<void> {
    for (const child of this.#children) child.kill('SIGTERM')
    await expect.poll(() => this.processes()).toEqual([])
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
