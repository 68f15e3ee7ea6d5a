/** What stands under a heading of the second level, without it; null for an empty one or none. */
export function sectionOf(markdown: string, heading: string): string | null {
  const lines = markdown.split('\n')
  const from = lines.indexOf(`## ${heading}`)
  if (from === -1) return null
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith('## '))
  const text = lines.slice(from + 1, length === -1 ? undefined : from + 1 + length).join('\n')
  return text.trim() || null
}
