/** Which signs at a line's start, or at a heading's end, a reader of Markdown would take for the beginning of something else. */
import type { Place, Source } from './escaped'

export function lineStartSigns(source: Source, place: Place): number[] {
  if (place === 'heading') return closingSigns(source)
  if (place === 'cell') return []
  const { text, kinds } = source
  const found: number[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const isFirst = start === 0
    if (kinds[start] === 'w' && !(isFirst && place === 'task')) {
      const [from, length] = isFirst ? firstLine(line, text, place) : laterLine(line)
      for (let at = start + from; at < start + from + length; at += 1) if (kinds[at] === 'w') found.push(at)
    }
    start += line.length + 1
  }
  return found
}

/** The place and number of the signs to escape. */
type Found = readonly [from: number, length: number]
const none: Found = [0, 0]
const first: Found = [0, 1]

function firstLine(line: string, text: string, place: Place): Found {
  // A definition's label may go on in the lines below.
  if (line.startsWith('[') && /^\[[^[\]]+\]:[ \t]*[^ \t]/.test(text)) return first
  // A check, or with the item's own marker a rule.
  if (place === 'item' && /^(?:\[[ \txX]\](?:[ \t]|$)|(?:-[- \t]*|\*[* \t]*)$)/.test(line)) return first
  if (/^[-+*](?:[ \t]|$)/.test(line)) return first
  const number = /^(\d{1,9})[.)](?:[ \t]|$)/.exec(line)
  if (number?.[1]) return [number[1].length, 1]
  return anyLine(line)
}

/** A line after the first one: fewer things can begin here, but it may underline a heading or a table's head. */
function laterLine(line: string): Found {
  if (/^[-+*][ \t]/.test(line)) return first
  const number = /^(0*1)[.)][ \t]/.exec(line)
  if (number?.[1]) return [number[1].length, 1]
  if (/^(?:=+|[|:-][|: \t-]*)$/.test(line)) return first
  return anyLine(line)
}

function anyLine(line: string): Found {
  if (/^(?:>|#{1,6}(?:[ \t]|$)|<[A-Za-z/!?])/.test(line)) return first
  if (/^([-*_])(?:[ \t]*\1){2,}$/.test(line)) return first
  const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)
  return fence ? [0, fence[0].length] : none
}

/** Signs that would close the heading, and be gone. */
function closingSigns({ text, kinds }: Source): number[] {
  let start = text.length
  while (text.charAt(start - 1) === '#') start -= 1
  const isApart = start === 0 || /[ \t]/.test(text.charAt(start - 1))
  return isApart && kinds[start] === 'w' ? [start] : []
}
