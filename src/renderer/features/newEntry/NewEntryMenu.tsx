/** Starts a new entry: the three templates most used, and below them all others. */
import { Plus } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { builtInTemplates } from '#shared/domain/template/builtIn/builtInTemplates'
import type { Template } from '#shared/domain/template/template'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { openNew } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { Menu, type MenuAction } from '../../ui/Menu'

export function NewEntryMenu() {
  const locale = useJournal((journal) => journal.locale)
  const actions = (primary: boolean) =>
    builtInTemplates.filter((template) => template.primary === primary).map((template) => actionFor(template, locale))
  return (
    <MenuTrigger>
      <Button kind="quiet">
        <Plus />
        {messages.writing.newEntry}
      </Button>
      <Menu
        label={messages.writing.newEntry}
        placement="bottom end"
        sections={[{ actions: actions(true) }, { title: messages.writing.moreTemplates, actions: actions(false) }]}
      />
    </MenuTrigger>
  )
}

function actionFor({ id, name, purpose, minutes }: Template, locale: string): MenuAction {
  const formatted = new Intl.NumberFormat(locale).format(minutes)
  // Kept together on one line.
  const time = messages.writing.aboutMinutes(messages.counted.minutes(minutes, formatted)).replaceAll(' ', '\u00a0')
  return { id, label: name, description: `${purpose} ${time}`, run: () => void openNew(id).catch(sayFailure) }
}
