/** What a long list knows of its items. */
export interface LongListItem {
  /** Its own in the list, and the same as long as it is there. */
  readonly key: string
  /** Items of one kind usually have one height: what one of them measures is expected of the others. */
  readonly kind: string
  readonly isHeading?: boolean
}
