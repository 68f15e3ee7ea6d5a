/** Words of a list that a newer version of the app made longer: a theme, a kind, a practice. They are no damage. */
import type { z } from 'zod'

type Path = readonly PropertyKey[]

/** What a version would put into such a list; other text there is damage. */
const word = /^[a-z][a-z0-9_-]{0,99}$/i

/** Where they are in `document`; null when something else keeps it from its schema. */
export function unknownWords(document: unknown, issues: readonly z.core.$ZodIssue[]): readonly Path[] | null {
  return issues.every((issue) => isUnknownWord(document, issue)) ? issues.map(({ path }) => path) : null
}

function isUnknownWord(document: unknown, issue: z.core.$ZodIssue): boolean {
  if (issue.code !== 'invalid_value' || !issue.values.every((value) => typeof value === 'string')) return false
  const found = issue.path.reduce(valueIn, document)
  return typeof found === 'string' && word.test(found)
}

function valueIn(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** The document without the items of lists, and with the fields of `defaults`, that hold such words. */
export function withoutWords<T extends object>(document: T, words: readonly Path[], defaults: T): T {
  const next = new Map<PropertyKey, unknown>(Object.entries(document))
  for (const [field, items] of byField(words)) {
    const list = next.get(field)
    const isList = Array.isArray(list) && items.every((at) => typeof at === 'number')
    const known: unknown = isList ? list.filter((_, at) => !items.includes(at)) : Reflect.get(defaults, field)
    if (known === undefined) next.delete(field)
    else next.set(field, known)
  }
  // Fields of a document, each as it was or as in another one.
  return Object.fromEntries(next) as T
}

/** What comes second in their paths, by what comes first. */
function byField(words: readonly Path[]): ReadonlyMap<PropertyKey, readonly (PropertyKey | undefined)[]> {
  const fields = new Map<PropertyKey, (PropertyKey | undefined)[]>()
  for (const [field = '', item] of words) fields.set(field, [...(fields.get(field) ?? []), item])
  return fields
}
