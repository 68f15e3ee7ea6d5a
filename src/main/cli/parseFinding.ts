/** `--find` and `--list`: what is asked of the words that are there. */
import { maxQuery } from '#shared/contract/search'
import type { MarkedKind } from '#shared/domain/search/query/query'
import { messages } from '#shared/messages/messages'
import { parsePeriod } from './parsePeriod'
import { printable } from './printable'
import type { Verb } from './verb'

const lists: ReadonlyMap<string, MarkedKind> = new Map([
  ['tags', 'tag'],
  ['people', 'person'],
  ['projects', 'project'],
])

/** Null for neither of them. */
export function parseFinding(
  values: ReadonlyMap<string, string>,
  isAlone: (...names: string[]) => boolean,
): Verb | null {
  const words = messages.commandLine
  const refused = (sentence: string): Verb => ({ kind: 'refused', sentence })
  const [query, list] = [values.get('find'), values.get('list')]
  if (query === undefined && list === undefined) return null
  const name = query === undefined ? 'list' : 'find'
  if (!isAlone(name, 'from', 'to')) return refused(words.alone(name))
  const period = parsePeriod(values)
  if (typeof period === 'string') return refused(period)
  const kind = values.get('kind')
  const only = (['entry', 'capture'] as const).find((one) => one === kind) ?? null
  if (kind !== undefined && only === null) return refused(words.noRecord(printable(kind)))
  const asked = { ...period, only, isJson: values.has('json'), hasPassphrase: values.has('passphrase-stdin') }
  if (query !== undefined)
    return query.length > maxQuery ? refused(words.queryTooLong) : { kind: 'find', query, ...asked }
  const names = lists.get(list ?? '')
  return names ? { kind: 'list', names, ...asked } : refused(words.noList(printable(list ?? '')))
}
