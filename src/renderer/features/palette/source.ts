/** What the command palette finds things in. A source is a small file; the palette knows no more of it than this. */
import type { LucideIcon } from 'lucide-react'

/** Typed first, it asks for the sources that have it alone. */
export type Sign = '>' | '@' | '#' | '+'

export interface PaletteItem {
  /** The same from one opening to the next. */
  readonly id: string
  readonly label: string
  /** What kind of thing it is, or when it was written. */
  readonly detail?: string
  /** In Electron's accelerator form. */
  readonly keys?: string | undefined
  readonly icon: LucideIcon
  run(): Promise<void> | void
}

export interface Match {
  readonly item: PaletteItem
  /** 1 for what was typed exactly, towards 0 for what has little to do with it. */
  readonly score: number
}

export interface Matches {
  /** Best first. */
  readonly best: readonly Match[]
  /** All that there are; `best` has as many as were asked for. */
  readonly total: number
}

/** For one opening of the palette. */
export interface OpenSource {
  /** Of all when `text` is empty, in the source's own order. */
  find(text: string, limit: number): Matches
  /** By its id; null for what is not there any more. */
  item(id: string): PaletteItem | null
  /** When all that it has can be found. Never rejects. */
  readonly ready: Promise<void>
}

export interface Source {
  /** Null for one that no sign asks for. */
  readonly sign: Sign | null
  /** Whether it shows what it has while nothing is typed. */
  readonly isOffered?: true
  open(): OpenSource
}
