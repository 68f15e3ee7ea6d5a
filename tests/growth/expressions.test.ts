/** No regular expression of the source is of a form that may take more than linear work; those that only look like it are named here with why they don't. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { describe, expect, test } from 'vitest'
import { grows } from './expressionForm'

const root = join(import.meta.dirname, '../../src')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

const linear: Readonly<Record<string, string>> = {
  // Where no part has inside what it ends with, there is one way of cutting. In linkPolicy.
  [/^[^\s@:/\\?#<>"()[\],;]+@(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.)+\p{L}{2,}$/u.source]: 'each part ends with a dot',
  // In escapedLines.
  [/^([-*_])(?:[ \t]*\1){2,}$/.source]: 'each part ends with its sign',
}

test.each([
  /\s+$/,
  /x*$/,
  /[ab]+y/,
  /(?:x+|y)z/,
  /a?x+y/,
  /(?<!a)x+y/,
  /\bx+y/,
  /(x+)+$/,
  /^(?:a|b*)*$/,
  /x{2,}y/,
  /\p{L}+\./u,
  /^x|x+$/,
  /^(?:\w+\.)+x/,
  /^x+x*y/,
  /^[^ ]+.*\n/,
  /^a=(.*?)\s*$/,
])('%s grows', (form) => {
  expect(grows(form)).toBe(true)
})

test.each([
  /^\s+/,
  /^a+b*a+$/,
  /^x+\.x+$/,
  /^\w+ *.*/,
  /\s+/g,
  /x+y/y,
  /#x+y/,
  /^x+y$/,
  /(?:^|-)x+y/,
  /[+*]$/,
  /\[x*\]/,
  /^(?:ab)+$/,
  /x{1,3}y/,
  /a|b+/,
  /^(?:a+|b)c/,
  /[)\]]/,
  /\u{1F600}+/u,
])('%s does not', (form) => {
  expect(grows(form)).toBe(false)
})

describe('in the source', () => {
  const found = sources.flatMap((file) =>
    expressionsIn(join(root, file)).map((expression) => ({ file, ...expression })),
  )
  const growing = found.filter(grows)

  test('expressions are found', () => {
    expect(found.length).toBeGreaterThan(100)
  })

  test('none grows', () => {
    expect(growing.filter(({ source }) => !Object.hasOwn(linear, source))).toEqual([])
  })

  test('what is excused is still there', () => {
    expect(Object.keys(linear).filter((source) => !growing.some((one) => one.source === source))).toEqual([])
  })
})

function expressionsIn(path: string): { source: string; flags: string }[] {
  const expressions: { source: string; flags: string }[] = []
  const lang = path.endsWith('x') ? 'tsx' : 'ts'
  JSON.stringify(parseAst(readFileSync(path, 'utf8'), { lang }), (_, value) => {
    if (value?.type === 'Literal' && value.regex)
      expressions.push({ source: value.regex.pattern, flags: value.regex.flags })
    return typeof value === 'bigint' ? null : value
  })
  return expressions
}
