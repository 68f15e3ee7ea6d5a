/** Keys that the system gives to the app wherever the person is. */
export interface GlobalKeys {
  /** False when another program has them, or the system can't give them. On Wayland true may mean nothing. */
  register(accelerator: string, pressed: () => void): boolean
  unregister(accelerator: string): void
}
