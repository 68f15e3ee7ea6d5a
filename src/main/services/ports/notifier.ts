/** Notifications of the operating system. */
export interface Notice {
  readonly title: string
  readonly body: string
  /** Buttons, where the platform has them. */
  readonly actions: readonly { readonly label: string; run(): void }[]
  clicked(): void
}

export interface Notifier {
  /** Resolves with whether the system took it; false also when it did not answer in time. Never blocks. */
  show(notice: Notice): Promise<boolean>
}
