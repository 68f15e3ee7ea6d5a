/** A terminal in which a person writes: lines in, lines out. */
export type Typed =
  /** `isPasted`: it came with others at once, and is not a command. */
  | { readonly kind: 'line'; readonly text: string; readonly isPasted: boolean }
  /** Ctrl+C, or the system ends the process: `text` is what stands in the unfinished line. */
  | { readonly kind: 'stop'; readonly text: string }

export interface Terminal {
  print(line: string): void
  /** Less important than the rest. */
  printQuietly(line: string): void
  /** The next thing that is typed. After a stop there is nothing but stops. */
  next(): Promise<Typed>
  close(): void
}
