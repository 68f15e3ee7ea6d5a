import { readFileSync } from 'node:fs'
import type * as Electron from 'electron'
import type { NativeImage as ElectronNativeImage, Size } from 'electron'
import type { Faithful } from './faithful'
import { strict } from './strict'

/** Electron's `NativeImage`, as far as a tray icon needs it: PNG bytes and their size. */
class NativeImage {
  readonly #png: Buffer
  #template = false

  constructor(png: Buffer) {
    this.#png = png
  }

  isEmpty(): boolean {
    return this.#png.length === 0
  }

  /** From the PNG header: width and height stand at bytes 16 and 20. */
  getSize(): Size {
    if (this.#png.length < 24) return { width: 0, height: 0 }
    return { width: this.#png.readUInt32BE(16), height: this.#png.readUInt32BE(20) }
  }

  toPNG(): Buffer {
    return Buffer.from(this.#png)
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.#png.toString('base64')}`
  }

  setTemplateImage(option: boolean): void {
    this.#template = option
  }

  isTemplateImage(): boolean {
    return this.#template
  }
}

/** The double is a part of Electron's class; `Faithful` below holds that the part is right. */
function create(png: Buffer): ElectronNativeImage {
  return new NativeImage(png) as unknown as ElectronNativeImage
}

strict('NativeImage', new NativeImage(Buffer.alloc(0)))

export const nativeImage = {
  createEmpty: () => create(Buffer.alloc(0)),
  createFromBuffer: (buffer: Buffer) => create(Buffer.from(buffer)),
  createFromDataURL: (dataURL: string) => create(Buffer.from(dataURL.slice(dataURL.indexOf(',') + 1), 'base64')),
  /** Like Electron: a path that can't be read gives an empty image. */
  createFromPath: (path: string) => {
    try {
      return create(readFileSync(path))
    } catch {
      return create(Buffer.alloc(0))
    }
  },
}

true satisfies Faithful<NativeImage, ElectronNativeImage>
true satisfies Faithful<typeof nativeImage, typeof Electron.nativeImage>
