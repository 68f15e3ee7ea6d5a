/** What the window loads before its page can be written on brings none of the large parts that only stand around it. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { firstScripts } from '../../scripts/firstScripts'

const source = join(import.meta.dirname, '../../src')

/** Packages, or a package's barrel, that would come with it whole. */
const heavy = ['react-aria-components', '@internationalized/date', '@tanstack/react-virtual']

/** What a file imports as soon as it is loaded itself. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s(?!type\b)(?:[^'";]*?\sfrom\s)?'([^']+)'/gm)
  return Array.from(statements, ([, from]) => from ?? '')
}

function fileOf(from: string, importer: string): string | null {
  const path = from.startsWith('#shared/')
    ? join(source, 'shared', from.slice('#shared/'.length))
    : from.startsWith('.') && !from.endsWith('.css')
      ? join(dirname(importer), from)
      : null
  return path && ([`${path}.ts`, `${path}.tsx`].find((file) => existsSync(file)) ?? null)
}

/** Each file that these load at once, and each package with the file that asks for it. */
function loadedBy(entries: readonly string[]) {
  const files = new Set<string>()
  const packages = new Map<string, string>()
  const open = entries.map((entry) => join(source, 'renderer/app', entry))
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue
    files.add(file)
    for (const from of importsOf(file)) {
      const next = fileOf(from, file)
      if (next) open.push(next)
      else packages.set(from, relative(source, file))
    }
  }
  return { files, packages }
}

test('the first page comes without the rail, its lists and its calendar', () => {
  const { files, packages } = loadedBy(['index.ts', 'show.tsx'])
  // It did walk: the editor and the button are there.
  expect(files.has(join(source, 'renderer/editor/page/AnswerExtension.ts'))).toBe(true)
  expect([...packages.keys()]).toEqual(expect.arrayContaining(['lexical', 'react-aria-components/Button']))
  expect(heavy.flatMap((name) => packages.get(name) ?? [])).toEqual([])
  expect([...files].filter((file) => /\/app\/Rail\.|\/features\/(?:calendar|list|search)\//.test(file))).toEqual([])
})

test('what only stands around the page is in no file that the page waits for, also when another window has it too', () => {
  const graph: Record<string, readonly string[]> = {
    page: ['both'],
    show: ['button', 'editor'],
    around: ['button', 'barrel', 'rail'],
    capture: ['both', 'button', 'barrel'],
  }
  const groups = firstScripts({ page: 'page', show: 'show', others: ['capture'], later: ['around'] })
  const byPriority = groups.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0))
  // Of a module's information the groups read this alone.
  const context = { getModuleInfo: (id: string) => ({ importedIds: graph[id] ?? [] }) } as never
  const fileOfModule = (id: string) => {
    for (const { name } of byPriority) {
      const file = typeof name === 'function' ? name(id, context) : name
      if (file) return file
    }
    return null
  }
  const modules = ['page', 'both', 'show', 'editor', 'button', 'barrel', 'rail', 'capture']
  expect(Object.fromEntries(modules.map((id) => [id, fileOfModule(id)]))).toEqual({
    page: 'first',
    both: 'everywhere',
    show: 'page',
    editor: 'page',
    button: 'shared',
    barrel: 'shared-around',
    rail: 'around',
    capture: null,
  })
})
