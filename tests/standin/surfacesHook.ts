/** What the app did with a surface that can't be shown in the stand-in. */
export interface SurfaceRecord {
  /** `dialog`, `shell`, `tray`, `notification`, `globalShortcut`, `menu` or `app` */
  readonly surface: string
  /** The method that was called. */
  readonly action: string
  readonly detail: unknown
}

/** The hook through which specs see and use those surfaces: `globalThis.__surfaces` in the main process. */
export interface Surfaces {
  /** All of it, in order. */
  readonly records: readonly SurfaceRecord[]
  /** Without an answer a dialog counts as canceled. */
  answerNextDialog(kind: 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox', answer: object): void
  /** The system's own preference, which `themeSource: 'system'` follows. */
  setSystemDark(dark: boolean): void
  /** Clicks an item of the application menu by its label; the next ones, of the context menu shown last and of the tray's. */
  clickMenu(label: string): void
  clickContextMenu(label: string): void
  clickTrayMenu(label: string): void
  clickTray(): void
  pressShortcut(accelerator: string): void
  /** From now on another program has these keys; silently: they are given, and do nothing. */
  takeShortcut(accelerator: string, isSilent?: boolean): void
  /** From now on the person has a keyring of this name, or none: then secrets are only scrambled. A locked one waits for the person until it is given anew. */
  giveKeyring(name: string | null, isLocked?: boolean): void
  /** Windows ends the session; false when the app asked it not to. */
  endSession(): boolean
  /** The newest notification, or the newest one with this title. */
  clickNotification(title?: string): void
  /** Windows takes it from the screen; it can still be clicked. */
  timeOutNotification(title?: string): void
}
