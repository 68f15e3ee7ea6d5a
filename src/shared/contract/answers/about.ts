/** What this app is made of. */

export interface About {
  readonly version: string
  readonly licences: readonly {
    readonly name: string
    readonly version: string
    readonly licence: string
    readonly text: string
  }[]
}
