/** Whether readers pair the signs around bold, italic and struck words as they are meant: the algorithm at the end of CommonMark. */
import { neighbours, type Roles, readers, rolesOf } from './flanking'
import type { Around } from './formatEdges'
import type { Token } from './phrasingTokens'

interface Run {
  readonly sign: string
  readonly start: number
  readonly end: number
  /** The format that each sign belongs to. */
  readonly owners: readonly object[]
}

/** A run while it is read: signs before `from` and from `to` on have their partner. */
interface Reading extends Run, Roles {
  from: number
  to: number
}

export function isReadAsMeant(tokens: readonly Token[], { before, after }: Around): boolean {
  if (tokens.every(({ kind }) => kind !== 'delimiter')) return true
  const text = `${before}${tokens.map(({ value }) => value).join('')}${after}`
  const runs = runsOf(tokens, before.length).map((run) => ({ ...run, ...neighbours(text, run.start, run.end) }))
  return readers.every((read) => {
    const readings = runs.map((run): Reading => {
      const roles = rolesOf(run.sign, run.before, run.after, read)
      return { ...run, ...roles, from: 0, to: run.owners.length }
    })
    // The rule of three counts all signs of a run; micromark counts those that have no partner yet.
    return [true, false].every((countsAll) => isPaired(readings, countsAll))
  })
}

/** Signs within a link's label pair among themselves, and were looked at there. */
function runsOf(tokens: readonly Token[], offset: number): Run[] {
  const runs: Run[] = []
  let start = offset
  let inLabel = false
  for (const token of tokens) {
    const end = start + token.value.length
    if (token.kind === 'bracket') inLabel = token.value === '['
    if (token.kind === 'delimiter' && !inLabel) {
      const sign = token.value.charAt(0)
      const owners = [...token.value].map(() => token.of)
      const last = runs.at(-1)
      if (last?.sign === sign && last.end === start)
        runs[runs.length - 1] = { ...last, end, owners: [...last.owners, ...owners] }
      else runs.push({ sign, start, end, owners })
    }
    start = end
  }
  return runs
}

function isPaired(readings: readonly Reading[], countsAll: boolean): boolean {
  const open: Reading[] = []
  for (const closer of readings.map((reading) => ({ ...reading }))) {
    while (closer.closes && left(closer) > 0) {
      const opener = open.findLast((one) => isPair(one, closer, countsAll))
      if (!opener) break
      // One further out, or a part of another format: readers would pair across what stands between.
      const size = opener.sign === '~' ? left(closer) : Math.min(2, left(opener), left(closer))
      if (opener !== open.at(-1) || !isOneFormat(opener, closer, size)) return false
      opener.to -= size
      closer.from += size
      if (left(opener) === 0) open.pop()
    }
    if (left(closer) === 0) continue
    if (!closer.opens) return false
    open.push(closer)
  }
  return open.length === 0
}

function isPair(opener: Reading, closer: Reading, countsAll: boolean): boolean {
  if (opener.sign !== closer.sign) return false
  const size = (run: Reading) => (countsAll ? run.owners.length : left(run))
  if (opener.sign === '~') return size(opener) === size(closer)
  const sum = size(opener) + size(closer)
  return !((opener.closes || closer.opens) && sum % 3 === 0 && size(closer) % 3 !== 0)
}

/** The signs nearest to each other: all those of one format, and of no other. */
function isOneFormat(opener: Reading, closer: Reading, size: number): boolean {
  const signs = [
    ...opener.owners.slice(opener.to - size, opener.to),
    ...closer.owners.slice(closer.from, closer.from + size),
  ]
  const [owner] = signs
  return signs.every((one) => one === owner) && opener.owners.filter((one) => one === owner).length === size
}

function left({ from, to }: Reading): number {
  return to - from
}
