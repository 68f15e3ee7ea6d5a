import { examine } from './runtime/examine'
import { runMain } from './runtime/runMain'

/** `npm run doctor`: a table of what this machine has and what follows for the app. Changes nothing. */
async function main(): Promise<number> {
  const findings = await examine()
  const widths = (['what', 'here'] as const).map((column) => Math.max(...findings.map((one) => one[column].length)))
  for (const { what, here, follows } of findings)
    process.stdout.write(`${what.padEnd(widths[0] ?? 0)}  ${here.padEnd(widths[1] ?? 0)}  ${follows}\n`)
  return 0
}

runMain(main)
