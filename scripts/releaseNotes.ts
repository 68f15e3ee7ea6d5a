import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './runtime/repository'
import { runMain } from './runtime/runMain'
import { sectionOf } from './runtime/sectionOf'

/** `npm run release:notes -- VERSION`: that version's section of CHANGELOG.md. Fails where there is none, or where package.json has another version. */
async function main([version = '']: readonly string[]): Promise<number> {
  const read = (name: string) => readFileSync(join(repository, name), 'utf8')
  const { version: current } = JSON.parse(read('package.json'))
  if (version !== current) throw new Error(`package.json has the version ${current}, not ${version}.`)
  const section = sectionOf(read('CHANGELOG.md'), version)
  if (section === null) throw new Error(`CHANGELOG.md says nothing of ${version}.`)
  process.stdout.write(`${section}\n`)
  return 0
}

runMain(main)
