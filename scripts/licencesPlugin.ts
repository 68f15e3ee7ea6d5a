/** Writes what the licences of the bundled packages ask for, `out/licences.json`: their names, versions and texts. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'

export interface Licence {
  readonly name: string
  readonly version: string
  /** As the package says it, e.g. "MIT". */
  readonly licence: string
  readonly text: string
}

const textFile = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/** One plugin for all three builds: each adds its packages and writes the list anew. `also` are folders of packages that are shipped but not bundled. */
export function licencesPlugin(file: string, also: readonly string[] = []): Plugin {
  const found = new Map<string, Licence>()
  const add = (folder: string) => {
    if (!found.has(folder)) found.set(folder, licenceOf(folder))
  }
  let root = ''
  return {
    name: 'licences',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    generateBundle(_, bundle) {
      for (const folder of also) add(folder)
      for (const output of Object.values(bundle)) {
        const sources =
          output.type === 'chunk' ? output.moduleIds : output.originalFileNames.map((source) => resolve(root, source))
        for (const source of sources) {
          const folder = packageOf(source)
          if (folder) add(folder)
        }
      }
    },
    writeBundle() {
      const list = [...found.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify(list, null, 1)}\n`)
    },
  }
}

/** The folder of the npm package that a module is from; null for the app's own. */
function packageOf(source: string): string | null {
  // Rolldown marks its virtual modules with a NUL and queries with a question mark.
  const path = source.replace(/^\0/, '').replace(/\?.*$/s, '')
  return /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/s.exec(path)?.[1] ?? null
}

/** Throws when a package does not say under which licence it is, or gives no text: then a person has to look. */
function licenceOf(folder: string): Licence {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof license !== 'string') throw new Error(`${name} does not say under which licence it is.`)
  const text = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && textFile.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim())
    .join('\n\n')
  if (text === '') throw new Error(`${name} gives no text of its licence (${license}).`)
  return { name, version, licence: license, text }
}
