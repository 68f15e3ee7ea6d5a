/** Stored words on their way to standard output. */
import { printable } from './printable'

/** Stored words must not reach a terminal as its commands; a file or another program gets them as they are. */
export function forOutput(text: string): string {
  if (process.stdout.isTTY !== true) return text
  return text
    .split('\n')
    .map((line) => line.split('\t').map(printable).join('\t'))
    .join('\n')
}
