/** Names of exported files: date, slug, short id. Safe on every system, because they begin with a date and end with hex digits. */
import type { EntryRow } from '../entry/entryRow'
import type { RecordRow } from '../record'

type Named = Pick<RecordRow, 'kind' | 'day' | 'title' | 'firstWords' | 'id'> & Partial<Pick<EntryRow, 'template'>>

/** UTF-8 bytes of the slug. */
const maxSlugBytes = 80

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The name is the same in every export, so that a second one finds the files of the first. */
export function exportName(entry: Named): string {
  return nameWith(entry, entry.id.slice(-8))
}

const written =
  /^\d{4}-\d\d-\d\d-(?:.*-)?([0-9a-f]{8}(?:-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})?)(?:-r\d+)?\.md$/
const writtenCaptures = /^(\d{4}-\d\d-\d\d-captures)(?:-r\d+)?\.md$/

/** What every name of an entry, or of a day's captures, has in each export, whatever its title and day became; null for other names. */
export function exportedThing(name: string): string | null {
  return writtenCaptures.exec(name)?.[1] ?? written.exec(name)?.[1] ?? null
}

/** Gives the names of one export. No two are alike on a disk that folds case; where the short id is no help, the whole one is. */
export function createExportNames(): (entry: Named) => string {
  const taken = new Set<string>()
  return (entry) => {
    const short = exportName(entry)
    const name = taken.has(caseless(short)) ? nameWith(entry, entry.id) : short
    taken.add(caseless(name))
    return name
  }
}

function nameWith({ kind, day, title, firstWords, template = kind }: Named, id: string): string {
  const slug = slugOf(title) || slugOf(firstWords.split(' ').slice(0, 6).join(' ')) || slugOf(template) || slugOf(kind)
  return `${day}-${slug}-${id}.md`
}

/** By way of upper case, as file systems compare: ς and σ, ſ and s are one name. */
function caseless(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

/**
 * Letters, digits and their marks of any script, in NFC; everything else is a hyphen. What can't be seen goes without one: directional
 * marks, joiners, variation selectors, and the Hangul fillers, which are letters by name.
 */
function slugOf(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/(^|-)\p{M}+/gu, '$1')
    .replace(/-+/g, '-')
    .replace(/^-/, '')
  return cut(words).replace(/-$/, '')
}

/** Whole graphemes only. One that is too long by itself is left out with all that follows. */
function cut(text: string): string {
  let bytes = 0
  let end = 0
  for (const { segment } of graphemes.segment(text)) {
    bytes += bytesOf(segment)
    if (bytes > maxSlugBytes) break
    end += segment.length
  }
  return text.slice(0, end)
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
