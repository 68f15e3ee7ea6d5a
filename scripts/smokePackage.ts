import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { missingPackages } from '../tests/standin/virtualDesktop'
import { placesIn } from './packaging/places'
import { smoke } from './packaging/smoke'
import { repository } from './runtime/repository'
import { runMain } from './runtime/runMain'
import { installPackages } from './runtime/systemPackages'

/** `npm run package:smoke -- [PROGRAM]`: starts what `npm run package` made, or another program of the app, from outside. Pictures of the screen come into `shots/package/`. */
async function main([given]: readonly string[]): Promise<number> {
  const places = placesIn(join(repository, 'dist'), process.platform)
  const program = given === undefined ? places.executable : resolve(given)
  const command = given === undefined ? places.command : program
  if (!existsSync(program)) throw new Error(`There is no ${program}. Run \`npm run package\` first.`)
  if (process.platform === 'linux') installPackages(...missingPackages())
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  await smoke({ program, command, version, pictures: join(repository, 'shots/package') })
  process.stdout.write('The package starts, keeps a line over a second start, and its commands work.\n')
  return 0
}

runMain(main)
