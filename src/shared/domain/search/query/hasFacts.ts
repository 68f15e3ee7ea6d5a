/** What `has:` may ask for. */
export const hasFacts = ['link', 'task', 'table'] as const
export type HasFact = (typeof hasFacts)[number]
