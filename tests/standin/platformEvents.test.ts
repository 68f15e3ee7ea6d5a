/** What the double knows of platforms is what Electron's own types say. */
import { readFileSync } from 'node:fs'
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
