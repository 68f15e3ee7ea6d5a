/** The moment from which the first page can be written on. What stands around it is loaded from then on, and not before. */
let shown: () => void = () => undefined

export const pageReady = new Promise<void>((resolve) => {
  shown = resolve
})

/** A second call changes nothing. */
export function markPageReady(): void {
  shown()
}
