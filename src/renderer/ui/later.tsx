/** A part of the window that the first page does not wait for: its code is loaded once that can be written on. */
import { type ComponentType, createElement, lazy, Suspense } from 'react'
import { pageReady } from '../state/layout/pageReady'

export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => {
    await pageReady
    return { default: await load() }
  })
  return function Later(props: Props) {
    return <Suspense>{createElement(Part, props)}</Suspense>
  }
}
