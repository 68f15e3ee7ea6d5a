/** Puts the app into the document, or why it can't start. */
import { createRoot } from 'react-dom/client'
import { Root } from './Root'
import { StartFailed } from './StartFailed'

export { runCommand } from './commands'
export { followLink } from './followLink'
export { chooseCommand } from './useCommands'

const root = createRoot(document.getElementById('root') ?? document.body)

export function showApp(): void {
  root.render(<Root />)
}

export function showFailure(error: unknown, onAgain: () => void): void {
  root.render(<StartFailed error={error} onAgain={onAgain} />)
}
