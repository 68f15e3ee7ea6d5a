/** The color scheme pages are to show; `nativeTheme` sets it, and everything that shows pages follows. */
class ColorScheme {
  readonly #followers = new Set<() => void>()
  source: 'system' | 'light' | 'dark' = 'system'
  systemIsDark = false

  get isDark(): boolean {
    return this.source === 'dark' || (this.source === 'system' && this.systemIsDark)
  }

  /** The value to emulate in a page; empty means Chromium's own, which is light. */
  get emulated(): 'light' | 'dark' | '' {
    if (this.source !== 'system') return this.source
    return this.systemIsDark ? 'dark' : ''
  }

  change(next: { source?: 'system' | 'light' | 'dark'; systemIsDark?: boolean }): void {
    this.source = next.source ?? this.source
    this.systemIsDark = next.systemIsDark ?? this.systemIsDark
    for (const follower of this.#followers) follower()
  }

  follow(follower: () => void): () => void {
    this.#followers.add(follower)
    return () => this.#followers.delete(follower)
  }
}

export const colorScheme = new ColorScheme()
