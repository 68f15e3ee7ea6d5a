/** Bundles a TypeScript file so that a plain Node process can run it, and runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

export interface ChildScript {
  readonly path: string
  remove(): Promise<void>
}

export async function childScript(name: string): Promise<ChildScript> {
  const outDir = await mkdtemp(join(tmpdir(), 'throughline-child-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return { path: join(outDir, 'child.mjs'), remove: () => rm(outDir, { recursive: true, force: true }) }
}

export function started(command: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const [file = '', ...rest] = command
  return spawn(file, rest, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } })
}

/** All lines, once the process has ended, in whatever way. */
export async function linesOf(child: ChildProcess): Promise<string[]> {
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  await once(child, 'close')
  return text.split('\n').filter((line) => line !== '')
}

/** The next line that a running process says. */
export async function lineOf(child: ChildProcess): Promise<string> {
  let text = ''
  for await (const part of child.stdout ?? []) {
    text += String(part)
    if (text.includes('\n')) break
  }
  return text.trim()
}
