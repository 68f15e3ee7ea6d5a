/**
 * The one assignment of HTML that the pages let pass: nothing at all, with which react-aria empties what it announces to screen readers. All else
 * is refused, as it is without a policy. Imported before anything that renders.
 */
export {}

declare global {
  interface Window {
    /** Not in the compiler's library. https://developer.mozilla.org/docs/Web/API/TrustedTypePolicyFactory */
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createHTML(html: string): string | null }): unknown
    }
  }
}

window.trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) })
