import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright'
import { onTestFinished } from 'vitest'
import { headlessSwitch } from '../../src/main/cli/switches'
import { standinFolder } from './build'

export const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name)
export const executable = join(standinFolder, 'electron')

/** A fresh folder for the running test; as an app's whole temporary folder it tells what the app leaves. */
export function ownTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standin-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The arguments before a fixture's own: where there is no display, none is looked for. */
function started(name: string, env: NodeJS.ProcessEnv): string[] {
  return [...(env.DISPLAY || env.WAYLAND_DISPLAY ? [] : [headlessSwitch]), fixture(name)]
}

export function launchFixture(
  name: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<ElectronApplication> {
  const all = { ...(process.env as Record<string, string>), ...env }
  return _electron.launch({
    args: [...started(name, all), ...args],
    env: all,
    colorScheme: null,
  })
}

export interface Finished {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly lines: string[]
  readonly errors: string
}

/** Starts a fixture without Playwright. */
export function startFixture(name: string, args: string[] = [], env: Record<string, string> = {}) {
  const all = { ...process.env, ...env }
  const child = spawn(executable, [...started(name, all), ...args], {
    env: all,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // A test that fails half-way leaves no app behind either.
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const lines = () => output.split('\n').filter(Boolean)
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, lines: lines(), errors }))
  })
  const say = (line: string) => child.stdin.write(`${line}\n`)
  return { child: child as ChildProcess, lines, say, finished }
}
