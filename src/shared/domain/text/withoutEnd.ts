/** A text without the signs at its end, each looked at once: an expression like `/x+$/` looks at every run of signs once for each of its places. */

/** `sign` is tested on one character at a time. */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length
  for (let last = lastCharacter(text, end); last !== '' && sign.test(last); last = lastCharacter(text, end))
    end -= last.length
  return text.slice(0, end)
}

/** Both halves of a pair; '' before the first. */
function lastCharacter(text: string, end: number): string {
  const pair = text.slice(Math.max(0, end - 2), end)
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : pair.slice(-1)
}
