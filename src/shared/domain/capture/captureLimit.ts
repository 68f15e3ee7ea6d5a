/** A field for a thought takes as many characters as a thought may have: the `maxlength` of the browser counts in UTF-16, where an emoji is two. */
import { captureTextSchema, maxCaptureLength } from './capture'

/** What the field holds once `before` was made `typed`: of what was put in as much as there is room for. What stood there stays. */
export function asMuchAsFits(before: string, typed: string): string {
  if (typed === '' || captureTextSchema.safeParse(typed).success) return typed
  const [old, now] = [[...before], [...typed]]
  const shorter = Math.min(old.length, now.length)
  let start = 0
  while (start < shorter && old[start] === now[start]) start += 1
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const room = Math.max(0, maxCaptureLength - start - end)
  const put = now.slice(start, now.length - end).slice(0, room)
  return [...now.slice(0, start), ...put, ...now.slice(now.length - end)].join('')
}
