/** Words that are kept on this device for want of a place in the journal. */
export const drafting = {
  /** `formatted` is the number of pages. */
  found: (pages: number, formatted: string) =>
    pages === 1
      ? 'Words of a page are kept on this computer, and are not in the journal yet.'
      : `Words of ${formatted} pages are kept on this computer, and are not in the journal yet.`,
  of: (days: string) => `${days}. Open a page to save them.`,
  open: 'Open the page',
  openFirst: 'Open the first',
}
