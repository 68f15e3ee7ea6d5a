/** Whether the rail stands beside the page: as the person chose, else as the width allows. */
import { useSyncExternalStore } from 'react'
import { useLayout } from '../state/layout/layoutStore'

const wide = window.matchMedia('(min-width: 901px)')

function onWidth(changed: () => void): () => void {
  wide.addEventListener('change', changed)
  return () => wide.removeEventListener('change', changed)
}

export function useRailShown(): boolean {
  const isWide = useSyncExternalStore(onWidth, () => wide.matches)
  return useLayout(({ rail, focusMode }) => !focusMode && (rail ?? isWide))
}

/** The same for a command, outside of React. */
export function isRailShown(): boolean {
  const { rail, focusMode } = useLayout.getState()
  return !focusMode && (rail ?? wide.matches)
}
