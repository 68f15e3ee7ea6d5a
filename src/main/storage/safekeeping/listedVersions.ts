/** The newest version of every record, by name, from the last listing of all versions: another part has made it, and nothing is listed again for this. */
export class ListedVersions {
  private newest: ReadonlyMap<string, string> | null = null

  /** `newest`: by `<kind>/<id>`; a record without versions is not among them. */
  listed(newest: ReadonlyMap<string, string>): void {
    this.newest = newest
  }

  /** Null when there was no listing since the last time. */
  take(): ReadonlyMap<string, string> | null {
    const { newest } = this
    this.newest = null
    return newest
  }
}
