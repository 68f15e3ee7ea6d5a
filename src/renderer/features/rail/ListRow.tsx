/** A row's element: named in full, and marked when its entry is the one that is open. */
import type { HTMLAttributes, Ref } from 'react'
import { useOpenPage } from '../../state/openPageStore'

export interface ListRowProps extends HTMLAttributes<HTMLDivElement> {
  readonly entry: string
  readonly label: string
  readonly ref?: Ref<HTMLDivElement> | undefined
}

export function ListRow({ entry, label, ...props }: ListRowProps) {
  const isOpen = useOpenPage(({ page }) => page?.entry.id === entry)
  const named = { ...props, 'aria-label': label }
  return <div {...named} aria-current={isOpen ? 'page' : undefined} />
}
