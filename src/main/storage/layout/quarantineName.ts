/** What the name of a file in quarantine says of the place it had. */
import { instantNamePattern } from '../../disk/instantName'

const namePattern = new RegExp(`^(.+)\\.${instantNamePattern}-[0-9a-f]{8}\\.json$`)

/** The name that a file here had in its place; undefined for one that the app did not put here. */
export function quarantinedName(name: string): string | undefined {
  const before = namePattern.exec(name)?.[1]
  return before === undefined ? undefined : `${before}.json`
}
