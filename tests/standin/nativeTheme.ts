import type { NativeTheme as ElectronNativeTheme } from 'electron'
import { colorScheme } from './colorScheme'
import type { Faithful } from './faithful'
import { StrictEmitter } from './strict'

/** Electron's `nativeTheme`; the system's own preference is light until a spec says otherwise. */
class NativeTheme extends StrictEmitter {
  constructor() {
    super(['updated'])
    let wasDark = colorScheme.isDark
    colorScheme.follow(() => {
      if (colorScheme.isDark !== wasDark) setImmediate(() => this.emit('updated'))
      wasDark = colorScheme.isDark
    })
  }

  get themeSource(): 'system' | 'light' | 'dark' {
    return colorScheme.source
  }

  set themeSource(source: 'system' | 'light' | 'dark') {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Error processing argument: ${source}`)
    colorScheme.change({ source })
  }

  get shouldUseDarkColors(): boolean {
    return colorScheme.isDark
  }

  /** Of the taskbar; here it has no preference of its own. */
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return colorScheme.isDark
  }

  get shouldUseHighContrastColors(): boolean {
    return false
  }

  get prefersReducedTransparency(): boolean {
    return false
  }
}

export const nativeTheme = new NativeTheme()

true satisfies Faithful<NativeTheme, ElectronNativeTheme>
