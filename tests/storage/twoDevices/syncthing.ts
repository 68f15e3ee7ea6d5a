/** Two instances of the real Syncthing on the loopback, one folder each: nothing announces itself, and nothing outside of this machine is asked. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import type { SyncedFolder } from './syncedFolders'

const run = promisify(execFile)
const quiet = { ...process.env, STNOUPGRADE: '1', STNODEFAULTFOLDER: '1', STMONITORED: '' }
const patience = { timeout: 60_000, interval: 200 }

interface Instance {
  readonly home: string
  readonly folder: string
  readonly id: string
  /** Where the other finds it, and where it is asked. */
  readonly port: number
  readonly api: number
}

export async function hasSyncthing(): Promise<boolean> {
  return await run('syncthing', ['--version']).then(
    () => true,
    () => false,
  )
}

export class SyncthingPair {
  private readonly running: ChildProcess[] = []

  private constructor(private readonly instances: readonly Instance[]) {}

  /** Syncs `folders`, which are there, until `stop`. */
  static async start(home: string, folders: readonly string[]): Promise<SyncthingPair> {
    const instances: Instance[] = []
    for (const [at, folder] of folders.entries()) instances.push(await prepared(join(home, `syncthing-${at}`), folder))
    const pair = new SyncthingPair(instances)
    for (const instance of instances) await pair.launch(instance, instances)
    return pair
  }

  async stop(): Promise<void> {
    for (const child of this.running) {
      if (child.exitCode !== null) continue
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }

  /** Resolves once both have found all that changed and both folders hold the same. */
  async delivered(places: readonly SyncedFolder[]): Promise<void> {
    await expect.poll(() => this.waiting(places), patience).toEqual([])
  }

  /** What is on its way: paths that differ, and what an instance still does. */
  private async waiting(places: readonly SyncedFolder[]): Promise<string[]> {
    for (const instance of this.instances) await ask(instance, 'POST', '/rest/db/scan?folder=journal')
    const busy: string[] = []
    for (const instance of this.instances) {
      const { state, needTotalItems } = await ask(instance, 'GET', '/rest/db/status?folder=journal')
      if (state !== 'idle' || needTotalItems !== 0) busy.push(`${state}, ${needTotalItems} needed`)
    }
    const [one = new Map(), other = new Map()] = places.map(contentsOf)
    const paths = [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path))
    return [...busy, ...paths]
  }

  private async launch(instance: Instance, all: readonly Instance[]): Promise<void> {
    await writeFile(join(instance.home, 'config.xml'), configOf(instance, all))
    const child = spawn('syncthing', ['serve', `--home=${instance.home}`, '--no-browser', '--no-restart'], {
      env: quiet,
      stdio: 'ignore',
    })
    this.running.push(child)
    await expect.poll(() => ask(instance, 'GET', '/rest/system/ping').catch(() => null), patience).not.toBe(null)
  }
}

/** What is synced, without what the sync program or a process that runs keeps there for itself. */
export function contentsOf(folder: SyncedFolder): Map<string, string> {
  const files = [...folder.files()].filter(([path]) => !/^(\.st|.*\.tmp$|locks\/)/.test(path))
  return new Map(files.map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]))
}

async function prepared(home: string, folder: string): Promise<Instance> {
  await mkdir(home, { recursive: true })
  await mkdir(join(folder, '.stfolder'), { recursive: true })
  await run('syncthing', ['generate', `--home=${home}`, '--no-default-folder'], { env: quiet })
  const { stdout } = await run('syncthing', ['--device-id', `--home=${home}`], { env: quiet })
  return { home, folder, id: stdout.trim(), port: await freePort(), api: await freePort() }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const key = 'loopback'

async function ask({ api }: Instance, method: string, path: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`http://127.0.0.1:${api}${path}`, { method, headers: { 'X-API-Key': key } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  const text = await answer.text()
  // The answers are objects, where there are any.
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}

/** https://docs.syncthing.net/users/config.html */
function configOf({ folder, port, api }: Instance, all: readonly Instance[]): string {
  const off = [
    'globalAnnounceEnabled',
    'localAnnounceEnabled',
    'relaysEnabled',
    'natEnabled',
    'crashReportingEnabled',
    'startBrowser',
  ]
  return `<configuration version="36">
  <folder id="journal" path="${folder}" type="sendreceive" rescanIntervalS="60" fsWatcherEnabled="true" fsWatcherDelayS="1">
    ${all.map(({ id }) => `<device id="${id}"></device>`).join('')}
    <maxConflicts>10</maxConflicts>
  </folder>
  ${all.map((one) => `<device id="${one.id}"><address>tcp://127.0.0.1:${one.port}</address></device>`).join('\n  ')}
  <gui enabled="true" tls="false"><address>127.0.0.1:${api}</address><apikey>${key}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${port}</listenAddress>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <urAccepted>-1</urAccepted>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    ${off.map((name) => `<${name}>false</${name}>`).join('')}
  </options>
</configuration>
`
}
