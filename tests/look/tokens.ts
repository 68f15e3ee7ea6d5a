/** The colours of `tokens.css` as they come out in each theme, without a browser. */
import { readFileSync } from 'node:fs'
import { type Color, parse } from 'culori'

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

const css = readFileSync(new URL('../../src/renderer/styles/tokens.css', import.meta.url), 'utf8')

/** The plain theme, or the one for people who ask for more contrast: its own tokens over the plain ones. */
export type Variant = 'plain' | 'more contrast'

const plain = declarations(css.slice(0, css.indexOf('@media')))
const more = new Map([...plain, ...declarations(blockAfter('@media (prefers-contrast: more)'))])

/** Throws when the token is missing or is not a colour. */
export function colour(token: string, theme: Theme, variant: Variant = 'plain'): Color {
  const value = (variant === 'plain' ? plain : more).get(token)
  if (value === undefined) throw new Error(`${token} is not in tokens.css`)
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  if (reference !== undefined) return colour(reference, theme, variant)
  const [light, dark] = splitPair(value)
  const parsed = parse(theme === 'light' ? light : dark)
  if (!parsed) throw new Error(`${token} is not a colour: ${value}`)
  return parsed
}

function declarations(block: string): ReadonlyMap<string, string> {
  const found = block.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(--[\w-]+):\s*([^;]+);/g)
  return new Map(Array.from(found, ([, name = '', value = '']) => [name, value.trim()]))
}

function blockAfter(condition: string): string {
  const from = css.indexOf(condition)
  if (from === -1) throw new Error(`${condition} is not in tokens.css`)
  const next = css.indexOf('@media', from + condition.length)
  return css.slice(from, next === -1 ? undefined : next)
}

/** The two sides of `light-dark(a, b)`; other values are the same in both themes. */
function splitPair(value: string): readonly [string, string] {
  const inner = /^light-dark\(([\s\S]*)\)$/.exec(value)?.[1]
  if (inner === undefined) return [value, value]
  let depth = 0
  for (const [at, sign] of Array.from(inner).entries()) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (sign === ',' && depth === 0) return [inner.slice(0, at).trim(), inner.slice(at + 1).trim()]
  }
  throw new Error(`no second colour in ${value}`)
}
