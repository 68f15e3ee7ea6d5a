/** Drafts: text kept on this device because the journal could not take it. */
export const drafting = {
  /** `formatted` is the number of pages. */
  found: (pages: number, formatted: string) =>
    pages === 1
      ? 'A page has a draft on this computer that is not in the journal yet.'
      : `${formatted} pages have drafts on this computer that are not in the journal yet.`,
  of: (days: string) => `${days}. Open a page to save its draft.`,
  open: 'Open page',
  openFirst: 'Open first page',
}
