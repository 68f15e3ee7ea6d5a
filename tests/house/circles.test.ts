/** No two rooms need each other, types included: each can be read, and changed, with those below it alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dirname, join as joined } from 'node:path/posix'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../../src')

/** What a file imports of ours, as paths below `src`. */
function importedBy(file: string): readonly string[] {
  const text = readFileSync(join(source, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, path = '']) => {
    if (path.startsWith('#shared/')) return [joined('shared', path.slice('#shared/'.length))]
    return path.startsWith('.') ? [joined(dirname(file), path)] : []
  })
}

/** For each folder those that its files import from, each with the file that does. */
function roomsOf(files: readonly string[]): Map<string, Map<string, string>> {
  const rooms = new Map<string, Map<string, string>>()
  for (const file of files) {
    const room = dirname(file)
    const needed = rooms.get(room) ?? new Map<string, string>()
    rooms.set(room, needed)
    for (const path of importedBy(file))
      if (dirname(path) !== room) needed.set(dirname(path), `${file} imports ${path}`)
  }
  return rooms
}

/** Takes away each room that needs none of those that are left, and each that none of them needs: what stays goes in a circle. */
function inCircles(rooms: Map<string, Map<string, string>>): readonly string[] {
  const left = new Set(rooms.keys())
  const needs = (room: string) => [...(rooms.get(room)?.keys() ?? [])].filter((other) => left.has(other))
  for (let before = -1; before !== left.size; ) {
    before = left.size
    for (const room of left) if (needs(room).length === 0) left.delete(room)
    const needed = new Set([...left].flatMap(needs))
    for (const room of left) if (!needed.has(room)) left.delete(room)
  }
  return [...left].flatMap((room) => needs(room).map((other) => rooms.get(room)?.get(other) ?? other))
}

test('rooms need each other in one direction only', () => {
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
  const rooms = roomsOf(names.filter((name) => /\.tsx?$/.test(name)))
  expect(rooms.get('main/storage/records')?.has('main/storage/safekeeping')).toBe(true)
  expect(inCircles(rooms)).toEqual([])
})
