/** The moment from which the first page can be written on. What stands around it is loaded from then on, and not before. */
let shown: () => void = () => undefined

export const pageShown = new Promise<void>((resolve) => {
  shown = resolve
})

/** Said again, it changes nothing. */
export function sayPageShown(): void {
  shown()
}
