/** What vitest's JSON report says of each room of `tests`, as lines to print. */
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { repository } from './repository'

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

interface Counts {
  passed: number
  failed: number
  skipped: number
}

export function roomTable(file: string): string {
  // Vitest's own form: https://vitest.dev/guide/reporters.html#json-reporter
  const { testResults }: Report = JSON.parse(readFileSync(file, 'utf8'))
  const rooms = new Map<string, Counts>()
  const all: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, assertionResults } of testResults) {
    const room = relative(join(repository, 'tests'), name).split(sep)[0] ?? name
    const counts = rooms.get(room) ?? { passed: 0, failed: 0, skipped: 0 }
    rooms.set(room, counts)
    for (const { status } of assertionResults) {
      const kind = status === 'passed' || status === 'failed' ? status : 'skipped'
      counts[kind] += 1
      all[kind] += 1
    }
  }
  const sorted = [...rooms].sort(([one], [other]) => one.localeCompare(other))
  return [...sorted, ['all', all] as const].map(([room, counts]) => line(room, counts)).join('')
}

function line(room: string, { passed, failed, skipped }: Counts): string {
  return `${room.padEnd(12)}${String(passed).padStart(6)} passed${String(failed).padStart(4)} failed${String(skipped).padStart(4)} skipped\n`
}
