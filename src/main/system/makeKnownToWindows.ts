/** What Windows has to know of the app: whose notifications these are, its tasks, its links. Elsewhere the package says it. */
import { app } from 'electron'
import { launchItems } from '../services/app/launchItems'
import { taskList } from './taskList'

/** As in `resources/electron-builder.yml`: Windows shows no notification of an app that it does not know by this. */
const appId = 'app.throughline.journal'

export function makeKnownToWindows(linkScheme: string): void {
  if (process.platform !== 'win32') return
  app.setAppUserModelId(appId)
  app.setUserTasks(taskList(launchItems, process.execPath))
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
}
