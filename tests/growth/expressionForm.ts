/**
 * The three forms of a regular expression whose work grows faster than the text. What V8 does inside one is counted by nobody, so the form has to show it:
 * - `x+y` that may begin anywhere looks at a run of x once for each of its places, before it finds no y behind it;
 * - `x+x+y` tries each way of cutting a run of x in two;
 * - `(x+)+y` tries each way of cutting it into parts.
 * Expressions that are put together from texts (`new RegExp`) are not seen.
 */

interface Atom {
  /** Without its quantifier. */
  readonly text: string
  readonly isEndless: boolean
  readonly mayBeEmpty: boolean
}

type Alternative = readonly Atom[]

/** `source` and `flags` as of a RegExp. */
export function grows({ source, flags }: Pick<RegExp, 'source' | 'flags'>): boolean {
  const alternatives = alternativesOf(source)
  // One that is sticky is tried at one place.
  const rescans = !flags.includes('y') && alternatives.some((one) => beginsWithRun(one, false))
  return rescans || alternatives.some(nests) || alternatives.some((one) => hasTwins(one, flags))
}

/** Two runs beside each other that one sign may belong to, and something that has to follow. */
function hasTwins(given: Alternative, flags: string): boolean {
  const atoms = flat(given)
  return atoms.some((first, at) => {
    if (!first.isEndless) return false
    const beside = atoms.findIndex((atom, place) => place > at && (atom.isEndless || !atom.mayBeEmpty))
    const second = atoms[beside]
    return (
      second?.isEndless === true && haveCommonSign(first, second, flags) && atoms.slice(beside + 1).some(mustFollow)
    )
  })
}

function mustFollow({ mayBeEmpty }: Atom): boolean {
  return !mayBeEmpty
}

/** With the atoms of groups that stand for themselves in their place. */
function flat(atoms: Alternative): Alternative {
  return atoms.flatMap((atom) => {
    if (!/^\((?!\?<?[=!])/.test(atom.text) || atom.isEndless || atom.mayBeEmpty) return [atom]
    const [only, ...others] = alternativesOf(inside(atom.text))
    return only !== undefined && others.length === 0 ? flat(only) : [atom]
  })
}

const signs = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  'é',
  '\u0301',
  '가',
  '\u00a0',
  '😀',
]

function haveCommonSign(one: Atom, other: Atom, flags: string): boolean {
  const [first, second] = [one, other].map(({ text }) => new RegExp(`^(?:${text})$`, flags.replace(/[gy]/g, '')))
  return signs.some((sign) => first?.test(sign) && second?.test(sign))
}

/** Whether something has to follow a run that the alternative begins with; `goesOn` says that it does behind the alternative. */
function beginsWithRun(atoms: Alternative, goesOn: boolean): boolean {
  for (const [at, { text, isEndless, mayBeEmpty }] of atoms.entries()) {
    if (/^\(\?<?[=!]|^\\b$/i.test(text)) continue
    const follows = goesOn || atoms.slice(at + 1).some(mustFollow)
    if (isEndless && follows) return true
    if (text.startsWith('(') && alternativesOf(inside(text)).some((one) => beginsWithRun(one, follows))) return true
    if (!mayBeEmpty) return false
  }
  return false
}

function nests(atoms: Alternative): boolean {
  return atoms.some(({ text, isEndless }) => {
    if (!text.startsWith('(')) return false
    const within = alternativesOf(inside(text))
    return (isEndless && within.some((one) => one.some((atom) => atom.isEndless))) || within.some(nests)
  })
}

function inside(group: string): string {
  return group.slice(1, -1).replace(/^\?(?::|<?[=!]|<\w+>|[a-z-]+:)/, '')
}

function alternativesOf(source: string): Alternative[] {
  const alternatives: Atom[][] = [[]]
  for (let at = 0; at < source.length; ) {
    if (source.charAt(at) === '|') {
      alternatives.push([])
      at += 1
      continue
    }
    const end = endOfAtom(source, at)
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})?\??/.exec(source.slice(end))?.[0] ?? ''
    alternatives.at(-1)?.push({
      text: source.slice(at, end),
      isEndless: /^[*+]|^\{\d+,\}/.test(quantifier),
      mayBeEmpty: /^[*?]|^\{0/.test(quantifier),
    })
    at = end + quantifier.length
  }
  return alternatives
}

function endOfAtom(source: string, start: number): number {
  const first = source.charAt(start)
  if (first === '\\')
    return (
      start +
      (/^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<\w+>|c[a-z]|.)/is.exec(source.slice(start))?.[0]
        .length ?? 2)
    )
  if (first !== '[' && first !== '(') return start + 1
  let [depth, inClass] = [0, false]
  for (let at = start; at < source.length; at += 1) {
    const sign = source.charAt(at)
    if (sign === '\\') at += 1
    else if (inClass) inClass = sign !== ']'
    else if (sign === '[') inClass = true
    else if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
    if (depth === 0 && !inClass && at > start) return at + 1
  }
  return source.length
}
