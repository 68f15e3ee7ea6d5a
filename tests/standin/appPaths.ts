import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { launch } from './launch'

const xdg = (variable: string, fallback: string) => process.env[variable] || join(homedir(), fallback)

/** Electron's named folders on Linux. https://www.electronjs.org/docs/latest/api/app#appgetpathname */
export class AppPaths {
  readonly #set = new Map<string, string>()

  get(name: string, appName: string): string {
    const path = this.#set.get(name) ?? this.#default(name, appName)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  set(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    this.#set.set(name, path)
  }

  #default(name: string, appName: string): string | undefined {
    switch (name) {
      case 'home':
        return homedir()
      case 'appData':
        return xdg('XDG_CONFIG_HOME', '.config')
      case 'userData':
        return join(this.get('appData', appName), appName)
      case 'sessionData':
        return this.get('userData', appName)
      case 'logs':
        return join(this.get('userData', appName), 'logs')
      case 'crashDumps':
        return join(this.get('userData', appName), 'Crashpad')
      case 'temp':
        return tmpdir()
      case 'exe':
      case 'module':
        return launch.executable
      case 'desktop':
        return xdg('XDG_DESKTOP_DIR', 'Desktop')
      case 'documents':
        return xdg('XDG_DOCUMENTS_DIR', 'Documents')
      case 'downloads':
        return xdg('XDG_DOWNLOAD_DIR', 'Downloads')
      case 'music':
        return xdg('XDG_MUSIC_DIR', 'Music')
      case 'pictures':
        return xdg('XDG_PICTURES_DIR', 'Pictures')
      case 'videos':
        return xdg('XDG_VIDEOS_DIR', 'Videos')
      default:
        return undefined
    }
  }
}
