import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { processorTime } from './runtime/processorTime'
import { repository } from './runtime/repository'
import { runChild } from './runtime/runChild'
import { runMain } from './runtime/runMain'

const efforts = ['quick', 'all', 'deep'] as const
type Effort = (typeof efforts)[number]

interface Part {
  readonly name: string
  readonly script: string
  readonly args: readonly string[]
}

/** A wait that a busy machine cut short gets a second and a third try; what is wrong fails each of them, random tests with the same seed. */
const tries = 2

/** Named parts are rooms of `tests`, `e2e` for the journeys; without a name there are all of them, and what comes before. */
function partsOf(effort: Effort, named: readonly string[]): readonly Part[] {
  const parts = allParts(effort)
  if (named.length === 0) return parts
  const unknown = named.find((name) => !existsSync(join(repository, 'tests', name)))
  if (unknown !== undefined) throw new Error(`"${unknown}" is no room of tests.`)
  const rooms = named.filter((name) => name !== 'e2e').map((name) => `--project=${name}`)
  return parts
    .filter(
      ({ script }) => (script === 'test:unit' && rooms.length > 0) || (script === 'test:e2e' && named.includes('e2e')),
    )
    .map((part) => (part.script === 'test:unit' ? { ...part, args: [...part.args, ...rooms] } : part))
}

function allParts(effort: Effort): readonly Part[] {
  const some = effort === 'quick' ? ['--grep=@quick'] : []
  return [
    { name: 'types', script: 'check:types', args: [] },
    { name: 'lint and import directions', script: 'check:lint', args: [] },
    { name: 'unit tests', script: 'test:unit', args: [`--retry=${tries}`] },
    { name: 'build', script: 'build', args: [] },
    { name: 'journeys', script: 'test:e2e', args: [`--retries=${tries}`, ...some] },
  ]
}

interface Taken {
  readonly name: string
  /** Seconds on the clock, and of all processors together. */
  readonly wall: number
  readonly processor: number
}

/**
 * `npm test` (every capability, guard and screen once), `npm run test:all` (every journey), `npm run test:deep` (the full counts), one part
 * after another up to the first that fails; with names of rooms those alone (`npm run test:deep -- storage`). Prints what each part took of the
 * clock, and of the machine's processors, other programs included.
 */
async function main([named = 'quick', ...rooms]: readonly string[]): Promise<number> {
  const effort = efforts.find((one) => one === named)
  if (!effort) throw new Error(`"${named}" is not "quick", "all" or "deep".`)
  // Its own file and not its command, which Windows can't start without a shell.
  const npm = process.env.npm_execpath
  if (npm === undefined) throw new Error('This is started by npm: `npm test`.')
  const env = { ...process.env, EFFORT: effort }
  const taken: Taken[] = []
  let code = 0
  for (const { name, script, args } of partsOf(effort, rooms)) {
    const [began, before] = [performance.now(), processorTime()]
    code = await runChild(process.execPath, [npm, 'run', '--silent', script, '--', ...args], { cwd: repository, env })
    taken.push({ name, wall: (performance.now() - began) / 1000, processor: processorTime() - before })
    if (code !== 0) break
  }
  process.stdout.write(table(taken, code === 0))
  return code
}

function table(taken: readonly Taken[], isGreen: boolean): string {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const total = {
    name: isGreen ? 'green' : `red: ${taken.at(-1)?.name}`,
    wall: sum(taken.map(({ wall }) => wall)),
    processor: sum(taken.map(({ processor }) => processor)),
  }
  const seconds = (value: number) => `${value.toFixed(1)} s`.padStart(15)
  const rows = [...taken, total].map(
    ({ name, wall, processor }) => `${name.padEnd(28)}${seconds(wall)}${seconds(processor)}`,
  )
  return `\n${''.padEnd(28)}${'on the clock'.padStart(15)}${'of processors'.padStart(15)}\n${rows.join('\n')}\n`
}

runMain(main)
