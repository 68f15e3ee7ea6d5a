/** What the double knows of platforms is what Electron's own types say, and the app relies on no event that never comes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { platformEvents } from './platformEvents'

const repository = join(import.meta.dirname, '../..')

/** Emitter -> event -> platforms, of each `on` that has a `@platform`. */
function typedPlatforms(): Record<string, Record<string, string[]>> {
  const found: Record<string, Record<string, string[]>> = {}
  let emitter = ''
  let comment = ''
  for (const line of readFileSync(join(repository, 'node_modules/electron/electron.d.ts'), 'utf8').split('\n')) {
    emitter = /^ {2}(?:class|interface) (\w+)/.exec(line)?.[1] ?? emitter
    if (line.trimStart().startsWith('/**')) comment = ''
    if (/^\s*(\/\*\*|\*)/.test(line)) comment += line
    const event = /^ {4}on\(event: '([^']+)'/.exec(line)?.[1]
    if (event === undefined) continue
    const platforms = /@platform ([\w,]+)/.exec(comment)?.[1]
    if (platforms !== undefined) found[emitter] = { ...found[emitter], [event]: platforms.split(',') }
    comment = ''
  }
  return found
}

/** The events to which the main process listens, wherever that is. */
function listenedTo(): ReadonlySet<string> {
  const folder = join(repository, 'src/main')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  return new Set(Array.from(text.matchAll(/\.(?:on|once)\(\s*'([\w-]+)'/g), ([, event = '']) => event))
}

test('each event that the double emits comes where Electron’s types say', () => {
  const typed = typedPlatforms()
  for (const [emitter, events] of Object.entries(platformEvents)) {
    for (const [event, platforms] of Object.entries(events)) {
      expect(platforms.toSorted(), `${emitter} ${event}`).toEqual(typed[emitter]?.[event]?.toSorted())
    }
    for (const event of Object.keys(typed[emitter] ?? {})) {
      // What the double lacks altogether it refuses to listen to.
      if (knownTo(emitter).includes(`'${event}'`)) expect(events, emitter).toHaveProperty(event)
    }
  }
})

function knownTo(emitter: string): string {
  const name = emitter.slice(0, 1).toLowerCase() + emitter.slice(1)
  return readFileSync(join(import.meta.dirname, `${name}.ts`), 'utf8')
}

test('the app relies on no event where it never comes', () => {
  /** Each with what does its work where it does not come. */
  const relied: Record<string, string> = {
    activate: 'a second start, where there is no Dock',
    'open-url': 'the arguments of a second start',
    'lock-screen': 'screenLock.ts on Linux',
    shutdown: '`query-session-end` on Windows',
    'query-session-end': '`shutdown` elsewhere',
    failed: 'the service is asked first on Linux',
  }
  const typed = new Set(Object.values(platformEvents).flatMap((events) => Object.keys(events)))
  const listened = [...listenedTo()].filter((event) => typed.has(event))
  expect(listened.sort()).toEqual(Object.keys(relied).sort())
})
