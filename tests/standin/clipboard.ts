import type { Clipboard as ElectronClipboard, ClipboardItem as ElectronClipboardItem } from 'electron'
import type { Faithful } from './faithful'
import { strict } from './strict'

type Payload = ConstructorParameters<typeof ElectronClipboardItem>[0][string]

/** Electron's `ClipboardItem`: one content in several formats. */
export class ClipboardItem {
  readonly #items: Record<string, Payload>

  constructor(items: Record<string, Payload>) {
    this.#items = items
  }

  get types(): string[] {
    return Object.keys(this.#items)
  }

  // Electron declares one result for each format; bookmarks, the odd one, are not in the double.
  async getType(type: string): Promise<never> {
    const payload = await this.#items[type]
    if (payload === undefined) throw new Error(`The type '${type}' was not found`)
    return (typeof payload === 'string' ? new Blob([payload], { type }) : payload) as never
  }
}

class Clipboard {
  #items: ElectronClipboardItem[] = []

  clear(): void {
    this.#items = []
  }

  async has(mimetype: string): Promise<boolean> {
    return this.#items.some((item) => item.types.includes(mimetype))
  }

  async read(): Promise<ElectronClipboardItem[]> {
    return [...this.#items]
  }

  async readText(): Promise<string> {
    const item = this.#items.find((candidate) => candidate.types.includes('text/plain'))
    const text: unknown = await item?.getType('text/plain')
    return text instanceof Blob ? text.text() : ''
  }

  async write(data: ElectronClipboardItem[]): Promise<void> {
    this.#items = [...data]
  }

  async writeText(text: string): Promise<void> {
    await this.write([new ClipboardItem({ 'text/plain': text })])
  }
}

/** Electron's `clipboard`, in memory: the system's own belongs to the person. */
export const clipboard = strict('clipboard', new Clipboard())

true satisfies Faithful<ClipboardItem, ElectronClipboardItem>
true satisfies Faithful<Clipboard, ElectronClipboard>
