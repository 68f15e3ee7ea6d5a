/** What can be done with all that was found at once. */
import { Ellipsis } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { messages } from '#shared/messages/messages'
import { useRail } from '../../state/layout/railStore'
import { sayFailure } from '../../state/sayFailure'
import { IconButton } from '../../ui/IconButton'
import styles from '../../ui/list/list.module.css'
import { Menu } from '../../ui/Menu'
import { exportFound, starFound } from './searchActions'

const words = messages.results

export function FoundMenu() {
  const isBusy = useRail(({ work }) => work !== null)
  return (
    <MenuTrigger>
      <IconButton label={words.all} isPending={isBusy} className={styles.tool}>
        <Ellipsis />
      </IconButton>
      <Menu
        label={words.all}
        placement="bottom end"
        sections={[
          {
            title: words.all,
            actions: [
              { id: 'star', label: words.starAll, run: () => begin(words.starring, starFound(true)) },
              { id: 'unstar', label: words.unstarAll, run: () => begin(words.starring, starFound(false)) },
            ],
          },
          {
            actions: [
              { id: 'export', label: words.exportAll, run: () => begin(messages.settings.exporting, exportFound()) },
            ],
          },
        ]}
      />
    </MenuTrigger>
  )
}

/** Says what is going on for as long as it takes: with ten years of entries that may be a while. */
function begin(work: string, done: Promise<void>): void {
  useRail.setState({ work })
  done.catch(sayFailure).finally(() => useRail.setState({ work: null }))
}
