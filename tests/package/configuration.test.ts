import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { launchItems } from '../../src/main/services/app/launchItems'

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
  expect(actions).toEqual(launchItems.map(({ label, argument }) => ({ Name: label, Exec: `${program} ${argument}` })))
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

describe('the release workflow', () => {
  const workflow = read('.github/workflows/release.yml')
  const { jobs } = parse(workflow)
  const commands = ({ steps }: { steps: { run?: string }[] }) => steps.flatMap(({ run }) => run ?? [])

  test('packages on three systems, and tries the package before the journeys and the installers', () => {
    expect(jobs.package.strategy.matrix.os).toEqual(['ubuntu-24.04', 'macos-15', 'windows-2025'])
    expect(jobs.package.env.THROUGHLINE_RUNTIME).toBe('electron')
    const order = [
      'npm ci',
      'npm run package -- --dir',
      'npm run package:smoke',
      'throughline.bin',
      'npm run test:unit',
      'npm run test:electron',
      '-c.linux.maintainer=',
      './dist/*.AppImage --version',
    ].map((command) => commands(jobs.package).findIndex((run) => run.includes(command)))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    const uploaded = JSON.stringify(jobs.package.steps)
    for (const kind of ['AppImage', 'deb', 'rpm', 'dmg', 'zip', 'exe']) expect(uploaded).toContain(`dist/*.${kind}`)
  })

  test('drafts a release of all of them with checksums, notes and what it was made of, and publishes nothing', () => {
    expect(jobs.draft.needs).toBe('package')
    const all = commands(jobs.draft).join('\n')
    for (const part of ['npm sbom', 'sha256sum', 'release:notes', 'gh release create', '--draft'])
      expect(all).toContain(part)
    expect(workflow).not.toMatch(/gh release edit|--draft=false|npm publish|--publish (?!never)/)
  })

  test('has rights to write in the draft alone, and actions pinned to a commit', () => {
    const { permissions } = parse(workflow)
    expect(permissions).toEqual({ contents: 'read' })
    expect([jobs.package.permissions, jobs.draft.permissions]).toEqual([undefined, { contents: 'write' }])
    const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action)
    expect(actions.length).toBeGreaterThan(0)
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
  })

  test('runs only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const called = [...workflow.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name)
    expect(called.filter((name) => !(name in scripts))).toEqual([])
  })
})

test('a shell of Windows has a command file that waits for the program, with line ends that it can read', () => {
  expect(configuration.win.extraFiles).toContainEqual({
    from: 'resources/throughline-command.cmd',
    to: 'throughline-command.cmd',
  })
  const lines = read('resources/throughline-command.cmd').split('\r\n')
  expect(lines).toEqual(['@echo off', '"%~dp0Throughline.exe" %*', 'exit /b %errorlevel%', ''])
})
