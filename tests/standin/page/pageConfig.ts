/** What the main process tells the page's scripts before they run; `pageScripts.ts` writes it in front of them. */
export interface PageConfig {
  /** Shared by the two worlds of this page and unknown to the page itself. */
  readonly secret: string
  /** Name of the function through which the isolated world reaches the main process. */
  readonly binding: string
  readonly preloadPath: string | null
  /** Whether a person has the window on the screen. */
  readonly isSeen: boolean
  readonly process: {
    readonly platform: string
    readonly arch: string
    readonly versions: Readonly<Record<string, string>>
    readonly env: Readonly<Record<string, string>>
  }
}

/** What the isolated world sends to the main process. */
export type PageMessage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'open'; readonly url: string; readonly name: string; readonly features: string }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'focus'; readonly focused: boolean }
  | { readonly kind: 'key'; readonly input: KeyInput; readonly handled: boolean }
  | { readonly kind: 'context-menu'; readonly at: ContextMenuPoint }
  | { readonly kind: 'preload-error'; readonly path: string; readonly message: string; readonly stack: string }

export interface KeyInput {
  readonly type: 'keyDown' | 'keyUp'
  readonly key: string
  readonly code: string
  readonly isAutoRepeat: boolean
  readonly shift: boolean
  readonly control: boolean
  readonly alt: boolean
  readonly meta: boolean
}

export interface ContextMenuPoint {
  readonly x: number
  readonly y: number
  readonly linkURL: string
  readonly linkText: string
  readonly selectionText: string
  readonly isEditable: boolean
}

/** What the main process sends to the isolated world. */
export type MainMessage =
  | { readonly kind: 'event'; readonly channel: string; readonly args: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: string }
  | { readonly kind: 'refusal'; readonly id: number; readonly message: string }
