import type { Display, Screen as ElectronScreen, Point, Rectangle } from 'electron'
import { desktop } from './desktop'
import type { Faithful } from './faithful'
import { readiness } from './readiness'
import { StrictEmitter } from './strict'

// Electron's type has more (color depth, rotation …) than an app needs to place its windows.
function display({ size, workArea }: typeof desktop): Display {
  const areas = { bounds: size, workArea, size, workAreaSize: workArea }
  return { id: 1, label: 'stand-in', ...areas, scaleFactor: 1, rotation: 0 } as unknown as Display
}

/** Electron's `screen`: one display. */
class Screen extends StrictEmitter {
  constructor() {
    super(['display-added', 'display-removed', 'display-metrics-changed'])
  }

  getPrimaryDisplay(): Display {
    return this.#display()
  }

  getAllDisplays(): Display[] {
    return [this.#display()]
  }

  getDisplayMatching(_rectangle: Rectangle): Display {
    return this.#display()
  }

  getDisplayNearestPoint(_point: Point): Display {
    return this.#display()
  }

  getCursorScreenPoint(): Point {
    return { x: 0, y: 0 }
  }

  #display(): Display {
    if (!readiness.isReady) throw new Error("The 'screen' module can't be used before the app 'ready' event")
    return display(desktop)
  }
}

export const screen = new Screen()

true satisfies Faithful<Screen, ElectronScreen>
