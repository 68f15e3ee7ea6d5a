/** Where a file of the journal lies inside an archive, and which paths are safe on every system that the archive may be opened on. */

export const manifestPath = 'manifest.json'
const root = 'journal/'

/** Windows takes a colon for a stream and forgets a dot or space at the end; the rest no file of ours has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unsafe = /[\u0000-\u001f\u007f\\:*?"<>|\ufffd]|[. ]$/

/** A path inside the journal, with slashes. */
export function isSafePath(path: string): boolean {
  return path.length <= 1_000 && path.split('/').every((name) => name !== '' && !unsafe.test(name))
}

export function pathInArchive(path: string): string {
  return root + path
}

/** Null for what is no file of a journal. */
export function pathInJournal(inArchive: string): string | null {
  const path = inArchive.startsWith(root) ? inArchive.slice(root.length) : ''
  return isSafePath(path) ? path : null
}
