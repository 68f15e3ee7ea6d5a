/** Names that the journal mentions with a sign: one of them searches for what mentions it. */
import { AtSign, FolderOpen, Hash, type LucideIcon } from 'lucide-react'
import type { NamedKind } from '#shared/contract/search'
import { asMark } from '#shared/domain/text/markedWords'
import type { CountedName } from '#shared/facts/countedNames'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useJournal } from '../../state/journal/journalStore'
import { fuzzyList } from './fuzzyList'
import type { Source } from './source'

const kinds: Readonly<Record<NamedKind, { readonly sign: '@' | '#' | '+'; readonly icon: LucideIcon }>> = {
  person: { sign: '@', icon: AtSign },
  tag: { sign: '#', icon: Hash },
  project: { sign: '+', icon: FolderOpen },
}

export function nameSource(kind: NamedKind, searchFor: (query: string) => void): Source {
  const { sign, icon } = kinds[kind]
  const idOf = ({ name }: CountedName) => `${kind}:${name}`
  return {
    sign,
    open() {
      const { locale } = useJournal.getState()
      return fuzzyList({
        things: request('search.names', { kind }),
        idOf,
        textOf: ({ name }) => name,
        itemOf: (counted) => ({
          id: idOf(counted),
          label: asMark(sign, counted.name),
          detail: messages.counted.places(counted.count, numberInWords(counted.count, locale)),
          icon,
          run: () => searchFor(asMark(sign, counted.name)),
        }),
      })
    },
  }
}
