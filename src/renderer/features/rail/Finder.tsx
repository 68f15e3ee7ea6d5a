/** The words to search for and what narrows the list. Down goes on into the list, Enter opens what was found first. */
import { Star } from 'lucide-react'
import type { RefObject } from 'react'
import { Group } from 'react-aria-components'
import { builtInTemplates } from '#shared/domain/builtInTemplates'
import { practices } from '#shared/domain/practices'
import { messages } from '#shared/messages/messages'
import { PracticeMark } from '../../ui/PracticeMark'
import { SearchField } from '../../ui/SearchField'
import { type Choice, Select } from '../../ui/Select'
import { ToggleButton } from '../../ui/ToggleButton'
import styles from './Finder.module.css'
import { openFirstHit } from './openHit'
import { setFilter, setQuery, useRail } from './railStore'

const words = messages.finding
const any = ''

const practiceChoices: readonly Choice<string>[] = [
  { id: any, label: words.anyPractice },
  ...practices.map(({ id, name }) => ({ id, label: name, icon: <PracticeMark practice={id} iconOnly /> })),
]
const templateChoices: readonly Choice<string>[] = [
  { id: any, label: words.anyTemplate },
  ...builtInTemplates.map(({ id, name }) => ({ id, label: name })),
]

export function Finder({ list }: { readonly list: RefObject<HTMLDivElement | null> }) {
  const query = useRail((rail) => rail.query)
  const filter = useRail((rail) => rail.filter)
  return (
    <search className={styles.finder}>
      <SearchField
        label={words.search}
        value={query}
        onChange={setQuery}
        maxLength={500}
        onSubmit={openFirstHit}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return event.continuePropagation()
          event.preventDefault()
          list.current?.focus()
        }}
      />
      <Group aria-label={words.filters} className={styles.filters ?? ''}>
        <ToggleButton
          label={words.starredOnly}
          isSelected={filter.starred}
          onChange={(starred) => setFilter({ starred })}
          className={styles.star}
        >
          <Star />
        </ToggleButton>
        <Select
          label={words.practice}
          hideLabel
          choices={practiceChoices}
          value={filter.practice ?? any}
          onChange={(id) => setFilter({ practice: practices.find((practice) => practice.id === id)?.id ?? null })}
          className={styles.select ?? ''}
        />
        <Select
          label={words.template}
          hideLabel
          choices={templateChoices}
          value={filter.template ?? any}
          onChange={(id) => setFilter({ template: id === any ? null : id })}
          className={styles.select ?? ''}
        />
      </Group>
    </search>
  )
}
