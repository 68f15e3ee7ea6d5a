import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smoke } from '../../scripts/packaging/smoke'
import { installedElectron } from '../../scripts/runtime/electronBinary'
import { quick } from '../effort'
import { sampleMonth } from '../fixtures/sampleMonth'
import { writeSample } from '../fixtures/writeSample'
import { hasVirtualDesktop } from '../standin/virtualDesktop'
import { type PackagedApp, packagedApp, warningsIn } from './packagedApp'

const repository = join(import.meta.dirname, '../..')
const runtime = installedElectron() ? 'Electron' : 'the stand-in'
let temporary = ''
let app: PackagedApp

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'throughline-packaged-'))
  app = await packagedApp(temporary)
})
afterAll(() => rm(temporary, { recursive: true, force: true }))

describe(`the folder that electron-builder makes around ${runtime}`, () => {
  test('has the executable by its name', async () => {
    const info = await stat(app.executable)
    expect(info.isFile()).toBe(true)
    if (process.platform !== 'win32') expect(info.mode & 0o111).toBe(0o111)
  })

  test('holds what was built and the manifest, and nothing else', async () => {
    const files = listPackage(app.asar, { isPack: false }).map((name) => name.replaceAll('\\', '/'))
    const built = await readdir(join(repository, 'out'), { recursive: true })
    const expected = built.filter((name) => !name.endsWith('.map')).map((name) => `/out/${name.replaceAll('\\', '/')}`)
    expect(files.toSorted()).toEqual(['/out', '/package.json', ...expected].sort())
    for (const file of files) expect(file).not.toMatch(/node_modules|\.ts$|\.map$|standin/)
    for (const needed of ['main/index.cjs', 'preload/index.cjs', 'renderer/index.html', 'licences.json'])
      expect(files).toContain(`/out/${needed}`)
  })

  test('holds the files byte for byte, and in the manifest no scripts and no packages', async () => {
    for (const name of ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'])
      expect(extractFile(app.asar, name).equals(await readFile(join(repository, name))), name).toBe(true)
    const manifest = JSON.parse(extractFile(app.asar, 'package.json').toString())
    expect(manifest).toMatchObject({ name: 'throughline', productName: 'Throughline', main: 'out/main/index.cjs' })
    expect(manifest).not.toHaveProperty('scripts')
    expect(manifest).not.toHaveProperty('devDependencies')
    expect(manifest).not.toHaveProperty('dependencies')
  })

  test('says nowhere where to ask for updates', async () => {
    const files = await readdir(app.folder, { recursive: true })
    expect(files.filter((name) => name.endsWith('app-update.yml'))).toEqual([])
  })

  test('starts: --version says the version of the manifest', async () => {
    const { version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'))
    expect(await app.run('--version')).toMatchObject({ code: 0, stdout: `${version}\n` })
  })

  test.skipIf(process.platform !== 'linux')(
    'starts without a display through a link, as from /usr/bin, by the launcher and by the binary alone',
    async () => {
      const link = join(temporary, 'throughline')
      await symlink(app.executable, link)
      const profile = `--user-data-dir=${join(temporary, 'nothing')}`
      for (const program of [link, app.executable, app.binary])
        expect(await app.runBy(program, profile, '--check'), program).toMatchObject({
          code: 1,
          stderr: expect.stringContaining('the journal’s folder cannot be found'),
        })
    },
  )

  test('writes an answer and shows it', async () => {
    const profile = `--user-data-dir=${join(temporary, 'written')}`
    expect(await app.run(profile, '--capture=A thought')).toMatchObject({ code: 0 })
    expect((await app.run(profile, '--show')).stdout).toContain('A thought')
    expect(await app.run(profile, '--check')).toMatchObject({ code: 0 })
  })

  test('electron-builder warns of nothing', () => {
    // All is bundled.
    expect(warningsIn(app.printed).filter((one) => !one.includes('no node modules returned'))).toEqual([])
  })

  test.skipIf(quick || !hasVirtualDesktop())(
    'opens its window, and a typed line is there after a second start',
    async () => {
      const { version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'))
      await smoke({
        program: app.executable,
        command: app.executable,
        version,
        pictures: join(repository, 'shots/package'),
        switches: app.switches,
      })
    },
  )

  test('exports a journal', async () => {
    const profile = join(temporary, 'profile')
    await writeSample(sampleMonth.slice(0, 5), profile, { at: '2026-11-24T16:00:00Z', zone: 'Europe/Berlin' })
    const target = join(temporary, 'exported')
    expect(await app.run(`--user-data-dir=${profile}`, `--export=${target}`)).toMatchObject({ code: 0, stderr: '' })
    expect((await readdir(target)).filter((name) => name.endsWith('.md'))).toHaveLength(5)
  })

  test('refuses what makes no sense with code 1', async () => {
    const { code, stderr } = await app.run('--from=2026-01-01')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^throughline: .+\n$/)
  })
})

describe('the fuses', () => {
  // Item 19 of Electron's security checklist, each by its name.
  const asked = {
    runAsNode: false,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  }

  const where =
    runtime === 'Electron'
      ? "in Electron's packaged binary"
      : "in a fuse wire that stands for Electron's: packaging flips it by our configuration (the stand-in has no fuses to obey)"
  test(`are so ${where}`, async () => {
    const wire = await getCurrentFuseWire(
      app.runtime === 'Electron' && process.platform === 'darwin' ? app.folder : app.binary,
    )
    const on = (fuse: FuseV1Options) => String.fromCharCode(Number(wire[fuse])) === '1'
    expect(wire.version).toBe(FuseVersion.V1)
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      enableCookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      enableNodeOptionsEnvironmentVariable: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      enableNodeCliInspectArguments: on(FuseV1Options.EnableNodeCliInspectArguments),
      enableEmbeddedAsarIntegrityValidation: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyLoadAppFromAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      loadBrowserProcessSpecificV8Snapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      grantFileProtocolExtraPrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual(asked)
  })
})
