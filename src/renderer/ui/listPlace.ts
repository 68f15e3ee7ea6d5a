/** Where a person is in a long list: remembered while it is not shown, and held when rows come and go above it. Not kept between starts. */

/** A row in view, by its key, and how far its upper edge is scrolled past, in pixels; negative for one that stands lower. */
export interface Anchor {
  readonly key: string
  readonly past: number
}

/** Written by the list alone; the part that shows the list only keeps it. */
export interface ListPlace {
  /** How far the list is scrolled, in pixels. */
  offset: number
  /** The rows in view, from above: the first that is still there gives the place. */
  anchors: readonly Anchor[]
  /** The row that had the focus last: the list's one tab stop. */
  focused: string | null
  /** The open row that was last brought into view. */
  shown: string | null
  /** The usual height of each kind of item, in pixels, as it was measured. */
  readonly heights: Map<string, number>
}

export function createListPlace(): ListPlace {
  return { offset: 0, anchors: [], focused: null, shown: null, heights: new Map() }
}

/** For another list in the same place: from its top, with nothing focused. */
export function forgetPlace(place: ListPlace): void {
  Object.assign(place, { offset: 0, anchors: [], focused: null, shown: null })
}

/** The first anchor that is still among the keys, with its index there. One walk over the keys, whatever the number of anchors. */
export function findAnchor(
  anchors: readonly Anchor[],
  keys: readonly string[],
): { readonly index: number; readonly past: number } | null {
  const ranks = new Map(anchors.map(({ key }, rank) => [key, rank]))
  let best: { index: number; rank: number } | null = null
  for (let index = 0; index < keys.length && best?.rank !== 0; index += 1) {
    const rank = ranks.get(keys[index] ?? '')
    if (rank !== undefined && (best === null || rank < best.rank)) best = { index, rank }
  }
  const anchor = best === null ? undefined : anchors[best.rank]
  return best === null || anchor === undefined ? null : { index: best.index, past: anchor.past }
}
