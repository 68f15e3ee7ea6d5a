/** Templates: one of them begins a new page. */
import { FilePlus } from 'lucide-react'
import { builtInTemplates } from '#shared/domain/template/builtIn/builtInTemplates'
import { messages } from '#shared/messages/messages'
import { openNew } from '../../state/layout/openPageStore'
import { fuzzyList } from './fuzzyList'
import type { Source } from './source'

export const templateSource: Source = {
  sign: null,
  open: () =>
    fuzzyList({
      things: builtInTemplates,
      idOf: ({ id }) => `template:${id}`,
      textOf: ({ name }) => name,
      itemOf: ({ id, name }) => ({
        id: `template:${id}`,
        label: name,
        detail: messages.palette.kinds.template,
        icon: FilePlus,
        run: () => openNew(id),
      }),
    }),
}
