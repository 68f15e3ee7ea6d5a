/** What a search found: each entry with the places where its words stand. */
import { type RefObject, useCallback, useMemo } from 'react'
import { maxHits } from '#shared/contract/maxHits'
import type { Hit } from '#shared/domain/search/search'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { entryName } from '../../state/journal/entryName'
import { useJournal } from '../../state/journal/journalStore'
import { useOpenPage } from '../../state/layout/openPageStore'
import { clearFilter, findMore, isFiltering, setQuery, useRail } from '../../state/layout/railStore'
import { LongList, type LongListHandle } from '../../ui/LongList'
import { ListHead } from '../../ui/list/ListHead'
import styles from '../../ui/list/list.module.css'
import { Nothing } from '../../ui/list/Nothing'
import { placeOfFound } from '../../ui/list/places'
import { StillReading } from '../../ui/list/StillReading'
import { FoundMenu } from './FoundMenu'
import { HitCard, hitInWords } from './HitCard'
import { openHit } from './openHit'

const words = messages.finding

interface HitItem {
  readonly key: string
  readonly kind: 'hit'
  readonly hit: Hit
}

export function FoundList({ list }: { readonly list: RefObject<LongListHandle | null> }) {
  const answer = useRail((rail) => rail.answer)
  const failure = useRail((rail) => rail.failure)
  const filter = useRail((rail) => rail.filter)
  const locale = useJournal((journal) => journal.locale)
  const found = answer?.found
  const filtered = isFiltering(filter)
  const wayBack = filtered
    ? { label: words.clearFilters, run: clearFilter }
    : { label: words.clearSearch, run: () => setQuery('') }
  if (failure !== null) return <Nothing sentence={messages.failed(messages.failures[failure])} action={wayBack} />
  if (found?.complete && found.hits.length === 0) return <Nothing sentence={words.noMatches} action={wayBack} />
  return (
    <>
      {answer && answer.found.hits.length > 0 && (
        <>
          <ListHead count={countInWords(answer.found.total, locale)} tools={<FoundMenu />} />
          <Hits
            key={JSON.stringify([answer.query, filter])}
            query={answer.query}
            hits={answer.found.hits}
            total={answer.found.total}
            list={list}
          />
        </>
      )}
      {found?.complete === false && <StillReading />}
    </>
  )
}

function countInWords(total: number, locale: string): string {
  const all = messages.counted.found(total, numberInWords(total, locale))
  return total > maxHits ? words.firstOf(numberInWords(maxHits, locale), all) : all
}

interface HitsProps {
  readonly query: string
  readonly hits: readonly Hit[]
  readonly total: number
  readonly list: RefObject<LongListHandle | null>
}

function Hits({ query, hits, total, list }: HitsProps) {
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  const filter = useRail((rail) => rail.filter)
  const current = useOpenPage(({ page }) => page?.entry.id ?? null)
  const items = useMemo(() => hits.map((hit): HitItem => ({ key: hit.row.id, kind: 'hit', hit })), [hits])
  const nameOf = useCallback(({ hit }: HitItem) => hitInWords(hit, today, locale), [today, locale])
  return (
    <LongList
      ref={list}
      label={words.found}
      items={items}
      render={draw}
      nameOf={nameOf}
      textOf={textOf}
      heightOf={heightOf}
      current={current}
      place={placeOfFound(JSON.stringify([query, filter]))}
      onOpen={({ hit }) => openHit(hit, query)}
      onEnd={findMore}
      rowCount={Math.min(total, maxHits)}
      rowClassName={styles.row}
    />
  )
}

function draw({ hit }: HitItem) {
  return <HitCard hit={hit} />
}

function textOf({ hit }: HitItem): string {
  return entryName(hit.row)
}

/** A guess in pixels, by its places. */
function heightOf({ hit }: HitItem): number {
  return 58 + 46 * hit.snippets.length
}
