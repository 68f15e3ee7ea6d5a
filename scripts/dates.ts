import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { repository } from './runtime/repository'
import { runChild } from './runtime/runChild'
import { runMain } from './runtime/runMain'
import { runPlaywright } from './runtime/runPlaywright'

const zone = 'Europe/Berlin'

/** The specs' files without those whose journeys have a clock of their own or read no day: another date says nothing about them. */
const readADay = String.raw`/e2e/(?!clock|headless|reminders|security|smoke|tenYears)\w+\.spec\.ts$`

/** Wall times in `zone`. The hour in which summer time begins or ends comes while the tests run. */
const dates = {
  'leap-day': '2028-02-29T12:00',
  'year-end': '2026-12-31T23:30',
  'summer-begins': '2027-03-28T01:58',
  'summer-ends': '2027-10-31T02:58',
  'ten-years': Temporal.Now.plainDateISO(zone).add({ years: 10 }).toPlainDateTime('12:00').toString(),
} as const

type DateName = keyof typeof dates
const isDateName = (name: string): name is DateName => name in dates

/** `npm run test:dates -- <names of dates>`: the unit tests, and the journeys that read a day, under each of the dates or those that are named. */
async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((name) => !isDateName(name))
  if (unknown !== undefined) throw new Error(`"${unknown}" is none of the dates: ${Object.keys(dates).join(', ')}.`)
  if (spawnSync('faketime', ['--version']).status !== 0)
    throw new Error('The unit tests need the program "faketime" here; Debian has it in the package of that name.')
  const chosen = args.length > 0 ? args.filter(isDateName) : Object.keys(dates).filter(isDateName)
  const red: string[] = []
  for (const name of chosen) {
    process.stdout.write(`\n${name}: ${dates[name]}, ${zone}\n`)
    if ((await unitTests(dates[name])) !== 0) red.push(`unit tests, ${name}`)
    if ((await journeys(dates[name])) !== 0) red.push(`journeys, ${name}`)
  }
  process.stdout.write(red.length === 0 ? '\nGreen under each date.\n' : `\nRed: ${red.join('; ')}\n`)
  return red.length === 0 ? 0 : 1
}

/** Node, and all that it starts, is told another time; what measures how long something takes is not. Chromium does not start so: the rooms that start it stay out, which read no day. */
function unitTests(wall: string): Promise<number> {
  const at = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone)
  const ahead = Math.round((at.epochMilliseconds - Date.now()) / 1000)
  const vitest = join(repository, 'node_modules/vitest/vitest.mjs')
  const config = join(repository, 'tests/vitest.config.ts')
  return runChild(
    'faketime',
    [
      '-f',
      `${ahead < 0 ? '' : '+'}${ahead}s`,
      process.execPath,
      vitest,
      'run',
      '--config',
      config,
      ...roomsWithoutChromium().map((room) => `--project=${room}`),
      '--retry=2',
    ],
    { cwd: repository, env: { ...process.env, TZ: zone, FAKETIME_DONT_FAKE_MONOTONIC: '1' } },
  )
}

/** By their names: several that are left out would each let the others in again. */
function roomsWithoutChromium(): string[] {
  const rooms = readdirSync(join(repository, 'tests')).filter((name) =>
    existsSync(join(repository, 'tests', name, 'vitest.config.ts')),
  )
  return rooms.filter((name) => !['standin', 'start', 'package', 'runtime'].includes(name))
}

function journeys(wall: string): Promise<number> {
  Object.assign(process.env, { TEST_DATE: wall, TEST_ZONE: zone })
  return runPlaywright('tests/e2e/playwright.config.ts', ['--retries=2', readADay])
}

runMain(main)
