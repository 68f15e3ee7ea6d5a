/** What the packages for Linux hold and ask for, made by electron-builder with stand-ins for the two tools that it fetches from GitHub. */
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quick } from '../effort'
import { built, type Ended, finished, type PackagedApp, packagedApp, warningsIn } from './packagedApp'

/** Where electron-builder takes the tools from instead: `CUSTOM_FPM_PATH` and `APPIMAGE_TOOLS_PATH`. */
const arch = process.arch === 'arm64' ? 'arm64' : 'x64'
const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
let temporary = ''
let app: PackagedApp
let printed = ''

function program(path: string, ...lines: readonly string[]): void {
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(path, 0o755)
}

/** The arguments of fpm for a target, one a line. */
const fpm = (target: string) => readFileSync(join(temporary, `${target}.arguments`), 'utf8').split('\n')
const asksFor = (target: string) => fpm(target).filter((_, at, all) => all[at - 1] === '-d')

const onLinux = describe.skipIf(quick || process.platform !== 'linux')

onLinux('packages for Linux', () => {
  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'throughline-targets-'))
    app = await packagedApp(temporary)
    const tools = join(temporary, 'tools')
    for (const folder of ['runtimes', `lib/${arch}`]) mkdirSync(join(tools, folder), { recursive: true })
    program(
      join(tools, 'fpm'),
      'for target in deb rpm; do',
      '  case " $* " in *" -t $target "*)',
      `    printf '%s\\n' "$@" > '${temporary}'/$target.arguments ;;`,
      '  esac',
      'done',
    )
    program(join(tools, 'mksquashfs'), `cp -r "$1" '${temporary}/AppDir'`, 'head -c 100000 /dev/zero > "$2"')
    program(join(tools, 'desktop-file-validate'))
    writeFileSync(join(tools, `runtimes/runtime-${arch}`), 'the static runtime')
    const args = [
      '--linux',
      'deb',
      'rpm',
      'AppImage',
      '--prepackaged',
      app.folder,
      `-c.directories.output=${join(temporary, 'targets')}`,
    ]
    printed = await built(args, { CUSTOM_FPM_PATH: join(tools, 'fpm'), APPIMAGE_TOOLS_PATH: tools })
  })
  afterAll(() => rm(temporary, { recursive: true, force: true }))

  test('are made without a warning', () => {
    expect(warningsIn(printed)).toEqual([])
  })

  test.each(['deb', 'rpm'])('%s: the desktop file has the name that the running app has for the desktop', (target) => {
    const entry = fpm(target).find((argument) => argument.endsWith('=/usr/share/applications/throughline.desktop'))
    expect(entry).toBeDefined()
    expect(fpm(target)).toContain(`${app.folder}/=/opt/Throughline`)
  })

  test('ask for the program by which the app asks the session bus, beside what Electron needs', () => {
    expect(asksFor('deb')).toEqual(expect.arrayContaining(['libglib2.0-bin', 'libgtk-3-0', 'libnss3', 'libsecret-1-0']))
    expect(asksFor('rpm')).toEqual(expect.arrayContaining(['/usr/bin/gdbus', 'gtk3', 'nss']))
  })

  test('let both programs make user namespaces where AppArmor would keep them from it', () => {
    const profile = readFileSync(join(app.folder, 'resources/apparmor-profile'), 'utf8')
    expect(profile).toContain('profile "throughline" "/opt/Throughline/throughline{,.bin}" flags=(unconfined)')
  })

  test('AppImage: the static runtime comes first, and the desktop entry is the app’s', () => {
    const targets = join(temporary, 'targets')
    const [name = ''] = readdirSync(targets).filter((one) => one.endsWith('.AppImage'))
    const image = readFileSync(join(targets, name))
    expect(image.toString('utf8', 0, 18)).toBe('the static runtime')
    const entry = readFileSync(join(temporary, 'AppDir/throughline.desktop'), 'utf8')
    expect(entry).toMatch(/^StartupWMClass=throughline$/m)
    // Without a switch that takes the sandbox away.
    expect(entry).toMatch(/^Exec=AppRun %U$/m)
  })

  test('AppImage: a command needs no display', async () => {
    // On a disk of its own, as it is mounted.
    const mounted = join(temporary, 'mounted')
    cpSync(join(temporary, 'AppDir'), mounted, { recursive: true })
    const run = (...args: string[]): Promise<Ended> => finished(join(mounted, 'AppRun'), args)
    const profile = `--user-data-dir=${join(temporary, 'profile')}`
    expect(await run('--version')).toMatchObject({ code: 0, stdout: `${manifest.version}\n` })
    expect(await run(profile, '--capture=A thought')).toMatchObject({ code: 0 })
    expect((await run(profile, '--show')).stdout).toContain('A thought')
    expect(existsSync(join(temporary, 'profile/journal'))).toBe(true)
    rmSync(mounted, { recursive: true, force: true })
  })
})
