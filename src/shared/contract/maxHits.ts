/** The most hits of one answer: more than anyone scrolls through, few enough to cross the bridge at once. */
export const maxHits = 1000
