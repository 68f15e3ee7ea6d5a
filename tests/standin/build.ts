import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const here = import.meta.dirname
const modules = join(here, '../../node_modules')
const cache = join(modules, '.cache')

/** Where the built stand-in lives; `ELECTRON_OVERRIDE_DIST_PATH` is to name it. */
export const standinFolder = join(cache, 'throughline-standin')

/** Each page script becomes the text of one expression, to be injected as it is. */
const pageSources: Plugin = {
  name: 'page-sources',
  setup(builder) {
    builder.onResolve({ filter: /\?page$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?page$/, '')),
      namespace: 'page',
    }))
    builder.onLoad({ filter: /./, namespace: 'page' }, async ({ path }) => {
      const options = {
        bundle: true,
        write: false,
        format: 'iife',
        globalName: 'pageScript',
        target: 'chrome130',
      } as const
      const { outputFiles } = await build({ ...options, entryPoints: [path] })
      return { contents: `export const source = ${JSON.stringify(outputFiles[0]?.text)}`, loader: 'js' }
    })
  },
}

/** Builds the stand-in if its sources are newer than what is there, and gives its folder. */
export async function buildStandin(): Promise<string> {
  const stamp = hashSources()
  const stampFile = join(standinFolder, 'stamp')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return standinFolder
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'throughline-standin-'))
  await build({
    entryPoints: [join(here, 'boot.ts')],
    outfile: join(fresh, 'boot.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    keepNames: true,
    // Native speed-ups of `ws` that it does without.
    external: ['bufferutil', 'utf-8-validate'],
    define: { electronVersion: JSON.stringify(electronVersion()) },
    plugins: [pageSources],
    sourcemap: 'inline',
  })
  writeFileSync(join(fresh, 'electron'), launcher())
  chmodSync(join(fresh, 'electron'), 0o755)
  writeFileSync(join(fresh, 'version'), electronVersion())
  writeFileSync(join(fresh, 'stamp'), stamp)
  publish(fresh)
  return standinFolder
}

/** Two builds may end at the same time: the folder changes in one step, and the second is as good as the first. */
function publish(fresh: string): void {
  const old = `${fresh}-old`
  if (existsSync(standinFolder)) renameSync(standinFolder, old)
  try {
    renameSync(fresh, standinFolder)
  } catch (error) {
    if (!existsSync(standinFolder)) throw error
    rmSync(fresh, { recursive: true, force: true })
  }
  rmSync(old, { recursive: true, force: true })
}

/** `exec`: the process that Playwright or a test kills has to be the main process itself. Of a rejection that is not handled Electron only warns: https://github.com/electron/electron/pull/37464 */
function launcher(): string {
  return `#!/bin/sh
here=$(dirname "$0")
inspect=
for argument in "$@"; do
  case $argument in --inspect | --inspect=* | --inspect-brk | --inspect-brk=*) inspect=$argument ;; esac
done
node=${JSON.stringify(process.execPath)}
[ -x "$node" ] || node=node
THROUGHLINE_STANDIN_EXECUTABLE=$0 exec "$node" --enable-source-maps --unhandled-rejections=warn-with-error-code $inspect "$here/boot.cjs" "$@"
`
}

function electronVersion(): string {
  return JSON.parse(readFileSync(join(modules, 'electron/package.json'), 'utf8')).version
}

function hashSources(): string {
  const hash = createHash('sha256').update(process.execPath)
  for (const folder of [here, join(here, 'page'), join(here, 'x11')]) {
    for (const name of readdirSync(folder)
      .filter((entry) => entry.endsWith('.ts'))
      .sort()) {
      if (!name.endsWith('.test.ts')) hash.update(name).update(readFileSync(join(folder, name)))
    }
  }
  return hash.digest('hex')
}
