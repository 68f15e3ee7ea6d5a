/** The tests' browser paints nothing, and has no highlights: these only remember what is to be painted. */
class Highlights extends Set<AbstractRange> {
  constructor(...ranges: readonly AbstractRange[]) {
    super(ranges)
  }
}

class PaintedRange {
  constructor(range: StaticRangeInit) {
    Object.assign(this, range)
  }
}

Object.defineProperties(globalThis, {
  CSS: { value: Object.create(CSS, { highlights: { value: new Map() } }), writable: true, configurable: true },
  Highlight: { value: Highlights, writable: true, configurable: true },
  StaticRange: { value: PaintedRange, writable: true, configurable: true },
})
