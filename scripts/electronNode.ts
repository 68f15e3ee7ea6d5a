import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cryptoOnBoringSsl } from './cryptoOnBoringSsl'
import { registryPackage } from './runtime/registryPackage'
import { cacheFolder, repository } from './runtime/repository'
import { roomTable } from './runtime/roomTable'
import { runChild } from './runtime/runChild'
import { runMain } from './runtime/runMain'

/** Electron 45 brings 24; 26 has a Temporal of its own. */
const majors = ['24', '26']

/** They start the stand-in or whole builds: what Node those run on is not the question. */
const leftOut = ['standin', 'start', 'package', 'runtime', 'mutations']

/** Vitest takes several exclusions for a choice among them, which leaves nothing out: the rooms are named. */
const rooms = readdirSync(join(repository, 'tests')).filter(
  (name) => existsSync(join(repository, 'tests', name, 'vitest.config.ts')) && !leftOut.includes(name),
)

/**
 * `npm run test:electron-node -- [vitest's arguments]`: the unit tests of every room that needs no Chromium, on the Node that Electron brings and on the one
 * after, with a table of the rooms; and the algorithms of the lock on BoringSSL, which Electron's Node stands on. The programs come from the registry.
 */
async function main(args: readonly string[]): Promise<number> {
  const red: string[] = []
  const tables: string[] = []
  for (const major of majors) {
    const program = await nodeOf(major)
    const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
    process.stdout.write(`\nNode ${stdout.trim()}\n`)
    const vitest = [join(repository, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts']
    // Arguments that name rooms take their place.
    const named = args.some((arg) => arg.startsWith('--project')) ? [] : rooms.map((room) => `--project=${room}`)
    const report = join(cacheFolder, `electron-node-${major}.json`)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`]
    const code = await runChild(program, [...vitest, ...named, ...reporters, ...args], { cwd: repository })
    if (code !== 0) red.push(`Node ${major}`)
    if (existsSync(report)) tables.push(`\nNode ${stdout.trim()}\n${roomTable(report)}`)
    rmSync(report, { force: true })
  }
  process.stdout.write('\nThe algorithms of the lock on BoringSSL\n')
  if ((await cryptoOnBoringSsl()) !== 0) red.push('BoringSSL')
  process.stdout.write(tables.join(''))
  process.stdout.write(red.length === 0 ? '\nGreen on each.\n' : `\nRed: ${red.join(', ')}\n`)
  return red.length === 0 ? 0 : 1
}

async function nodeOf(major: string): Promise<string> {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const folder = await registryPackage(`node-${system}-${process.arch}`, major)
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

runMain(main)
