/** A bus of the test's own, with real services on it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished, vi } from 'vitest'

/** `starts`: services that the bus starts when one asks for them, as a session's bus does with all that are installed. */
export interface BusKind {
  readonly which?: 'session' | 'system'
  readonly starts?: readonly string[]
}

const configuration = (folder: string) => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${join(folder, 'bus')}</listen>
  <servicedir>${join(folder, 'services')}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

/** Begins a bus for the running test, whose processes find it from then on; gives the test's own folder. */
export async function ownBus({ which = 'session', starts = [] }: BusKind = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tl-bus-'))
  const file = join(folder, 'bus.conf')
  writeFileSync(file, configuration(folder))
  mkdirSync(join(folder, 'services'))
  for (const name of starts)
    copyFileSync(join('/usr/share/dbus-1/services', `${name}.service`), join(folder, 'services', `${name}.service`))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  vi.stubEnv('HOME', folder)
  for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR']) vi.stubEnv(name, folder)
  const bus = running('dbus-daemon', '--nofork', '--print-address', `--config-file=${file}`)
  if (bus.stdout === null) throw new Error('the bus has no output')
  const [address] = await once(createInterface({ input: bus.stdout }), 'line')
  vi.stubEnv(which === 'session' ? 'DBUS_SESSION_BUS_ADDRESS' : 'DBUS_SYSTEM_BUS_ADDRESS', address)
  return folder
}

/** A program that runs until the test is over. */
export function running(command: string, ...args: readonly string[]): ChildProcess {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => child.once('close', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return child
}
