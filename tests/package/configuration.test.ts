import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { entryPoints } from '../../src/main/services/entryPoints'

const repository = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(repository, name), 'utf8')
const configuration = parse(read('resources/electron-builder.yml'))

test('each system gets its formats', () => {
  expect(configuration).toMatchObject({
    appId: 'app.throughline.journal',
    asar: true,
    publish: null,
    linux: { target: ['AppImage', 'deb', 'rpm'], executableName: 'throughline' },
    mac: {
      target: ['dmg', 'zip'],
      hardenedRuntime: true,
      extendInfo: { NSUserNotificationAlertStyle: 'alert' },
    },
    win: { target: ['nsis'] },
    nsis: { deleteAppDataOnUninstall: false },
  })
})

test.each([
  ['linux', '/opt/Throughline/throughline'],
  // An AppImage has no place of its own: whoever puts it into a menu writes its path in place of this.
  ['appImage', 'AppRun'],
])("a launcher's actions are the app's entry points (%s)", (target, program) => {
  const { entry } = configuration.linux.desktop
  const { desktopActions } = configuration[target].desktop
  const actions: { Name: string; Exec: string }[] = Object.values(desktopActions)
  expect(entry.Actions).toBe(`${Object.keys(desktopActions).join(';')};`)
  expect(actions).toEqual(entryPoints.map(({ label, argument }) => ({ Name: label, Exec: `${program} ${argument}` })))
})

test("macOS's hardened runtime gives up nothing but what V8 needs", () => {
  expect(configuration.mac.entitlements).toBe(configuration.mac.entitlementsInherit)
  const keys = [...read(configuration.mac.entitlements).matchAll(/<key>(.*?)<\/key>/g)].map(([, key]) => key)
  expect(keys).toEqual(['com.apple.security.cs.allow-jit'])
})

test.each([1024, 512, 256, 128, 64, 48, 32, 16])('the icon of %i pixels has that size', (size) => {
  const picture = readFileSync(join(repository, `resources/icons/${size}x${size}.png`))
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([size, size])
})

test('every icon that the configuration names is there', () => {
  for (const { icon } of [configuration.linux, configuration.mac, configuration.win])
    expect(existsSync(join(repository, 'resources', icon)), icon).toBe(true)
})

test('the release is built on three systems, tested first, from actions pinned to a commit', () => {
  const workflow = read('.github/workflows/release.yml')
  const { jobs } = parse(workflow)
  expect(jobs.package.strategy.matrix.os).toEqual(['ubuntu-24.04', 'macos-15', 'windows-2025'])
  const commands = jobs.package.steps.flatMap(({ run }: { run?: string }) => run ?? [])
  const order = ['npm ci', 'npm run test:unit', 'npm run test:electron', 'npm run package'].map((command) =>
    commands.findIndex((run: string) => run.includes(command)),
  )
  expect(order).not.toContain(-1)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action)
  expect(actions.length).toBeGreaterThan(0)
  for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
})
