/** What the name of a record's file says of it: its day and id, and whether a sync program may have given it. */
import type { Day } from '#shared/domain/day'
import type { RecordId } from '#shared/domain/record'
import type { RecordKind } from '../kinds/recordKind'

/** What a file's name claims. */
export interface RecordName {
  /** Null where files are named by their id alone. */
  readonly day: Day | null
  readonly id: RecordId
  /** False for a copy that a sync program made beside ours (`… (conflicted copy).json`): read when it is such a record, else left alone. */
  readonly ours: boolean
}

const idPattern = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const datedName = new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)-(${idPattern})(.*)\\.json$`)
const undatedName = new RegExp(`^(${idPattern})(.*)\\.json$`)

/** Undefined for a name that no record of this kind has. */
export function recordNameTells({ isDated }: Pick<RecordKind, 'isDated'>, name: string): RecordName | undefined {
  const [, day, id, rest] = isDated ? (datedName.exec(name) ?? []) : withoutDay(undatedName.exec(name))
  return id === undefined ? undefined : { day: day ?? null, id, ours: rest === '' }
}

function withoutDay(match: RegExpExecArray | null): readonly (string | undefined)[] {
  const [whole, ...others] = match ?? []
  return [whole, undefined, ...others]
}
