import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { About } from '#shared/contract/app'

const repository = join(import.meta.dirname, '../..')
const licences: About['licences'] = JSON.parse(readFileSync(join(repository, 'out/licences.json'), 'utf8'))
const names = licences.map(({ name }) => name)

test.each([
  'react',
  'react-dom',
  'react-aria-components',
  'lexical',
  '@lexical/rich-text',
  'lowdb',
  'zod',
  'zustand',
  'uuid',
  'yaml',
  'mdast-util-to-markdown',
  'temporal-polyfill',
  'lucide-react',
  'electron',
  '@fontsource-variable/figtree',
  '@fontsource-variable/literata',
  '@fontsource-variable/jetbrains-mono',
])('%s is named', (name) => {
  expect(names).toContain(name)
})

test('each has its version, the name of its licence and a text with a holder of rights', () => {
  for (const { name, version, licence, text } of licences) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+/)
    expect(licence, name).toMatch(/^[\w.() -]+$/)
    expect(text.length, name).toBeGreaterThan(500)
    expect(text, name).toMatch(/copyright/i)
  }
})

test('none is listed twice, and they are in order', () => {
  const listed = licences.map(({ name, version }) => `${name} ${version}`)
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed).toEqual(listed.toSorted((a, b) => (a < b ? -1 : 1)))
})

test('all may be given on in a package: none asks for more than its text', () => {
  const known = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'OFL-1.1', 'Unlicense', 'CC0-1.0']
  expect(licences.filter(({ licence }) => !known.includes(licence))).toEqual([])
})

test('the tools that only build and test are not in it', () => {
  for (const tool of ['vite', 'vitest', 'playwright', 'esbuild', 'typescript', 'electron-builder', 'happy-dom'])
    expect(names).not.toContain(tool)
})

test('every font file is from a package in the list', () => {
  const fonts = readdirSync(join(repository, 'out/renderer/assets')).filter((name) => name.endsWith('.woff2'))
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts)
    expect(
      names.some((name) => name.startsWith('@fontsource') && font.startsWith(name.replace(/^.*\//, ''))),
      font,
    ).toBe(true)
})
