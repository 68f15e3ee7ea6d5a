/** `--list`: the tags, people or projects that pages and captures mention, most used first. */
import { type MarkedKind, signOf } from '#shared/domain/search/query/query'
import { asMark } from '#shared/domain/text/markedWords'
import { countedNames } from '#shared/facts/countedNames'
import { printRecords, type ReadNeeds } from './readRecords'
import type { CommandResult } from './result'

export interface ListNeeds extends ReadNeeds {
  readonly names: MarkedKind
  readonly isJson: boolean
}

export function runList({ names: kind, isJson, ...needs }: ListNeeds): Promise<CommandResult> {
  return printRecords(needs, (records) => {
    const names = countedNames(records, kind)
    if (isJson) return { text: JSON.stringify(names.map(inJson), null, 2) }
    return { text: names.map(({ name, count, last }) => `${asMark(signOf[kind], name)}\t${count}\t${last}`).join('\n') }
  })
}

/** Names of one person have no aliases until the journal says so. */
function inJson({ name, count, last }: ReturnType<typeof countedNames>[number]): object {
  return { name, aliases: [], count, last }
}
