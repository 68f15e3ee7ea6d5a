/** What can be done with all that was found at once. */
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components'
import { messages } from '#shared/messages/messages'
import { sayFailure } from '../../state/sayFailure'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { exportFound, starFound } from './foundActions'
import styles from './list.module.css'

const words = messages.results

export function FoundMenu() {
  const [busy, setBusy] = useState(false)
  const run = (act: () => Promise<void>) => () => {
    setBusy(true)
    act()
      .catch(sayFailure)
      .finally(() => setBusy(false))
  }
  return (
    <MenuTrigger>
      <IconButton label={words.all} isPending={busy} className={styles.tool}>
        <Ellipsis />
      </IconButton>
      <Menu
        label={words.all}
        placement="bottom end"
        sections={[
          {
            title: words.all,
            actions: [
              { id: 'star', label: words.starAll, run: run(() => starFound(true)) },
              { id: 'unstar', label: words.unstarAll, run: run(() => starFound(false)) },
            ],
          },
          { actions: [{ id: 'export', label: words.exportAll, run: run(exportFound) }] },
        ]}
      />
    </MenuTrigger>
  )
}
