/** What narrows the list and the search: a star, a practice, a template, a kind of capture. */
import { Star } from 'lucide-react'
import { Group } from 'react-aria-components'
import { captureKinds } from '#shared/domain/capture/capture'
import { practices } from '#shared/domain/practice/practices'
import { builtInTemplates } from '#shared/domain/template/builtIn/builtInTemplates'
import { messages } from '#shared/messages/messages'
import { setFilter, useRail } from '../../state/layout/railStore'
import { PracticeMark } from '../../ui/PracticeMark'
import { type Choice, Select } from '../../ui/Select'
import { ToggleButton } from '../../ui/ToggleButton'
import styles from './Filters.module.css'

const words = messages.finding
const any = ''

const practiceChoices: readonly Choice<string>[] = [
  { id: any, label: words.anyPractice, short: words.practice },
  ...practices.map(({ id, name }) => ({ id, label: name, icon: <PracticeMark practice={id} iconOnly /> })),
]
const templateChoices: readonly Choice<string>[] = [
  { id: any, label: words.anyTemplate, short: words.template },
  ...builtInTemplates.map(({ id, name }) => ({ id, label: name })),
]
const kindChoices: readonly Choice<string>[] = [
  { id: any, label: messages.results.anyKind, short: messages.results.kind },
  ...captureKinds.map((id) => ({ id, label: messages.capturing.kinds[id] })),
]

export function Filters() {
  const { starred, practice, template, kind } = useRail((rail) => rail.filter)
  return (
    <Group aria-label={words.filters} className={styles.filters ?? ''}>
      <ToggleButton
        label={words.starredOnly}
        isSelected={starred}
        onChange={(only) => setFilter({ starred: only })}
        className={styles.star}
      >
        <Star />
      </ToggleButton>
      <Select
        label={words.practice}
        hideLabel
        choices={practiceChoices}
        value={practice ?? any}
        onChange={(id) => setFilter({ practice: practices.find((one) => one.id === id)?.id ?? null })}
        className={styles.select ?? ''}
      />
      <Select
        label={words.template}
        hideLabel
        choices={templateChoices}
        value={template ?? any}
        onChange={(id) => setFilter({ template: id === any ? null : id })}
        className={styles.select ?? ''}
      />
      <Select
        label={messages.results.kind}
        hideLabel
        choices={kindChoices}
        value={kind ?? any}
        onChange={(id) => setFilter({ kind: captureKinds.find((one) => one === id) ?? null })}
        className={styles.select ?? ''}
      />
    </Group>
  )
}
