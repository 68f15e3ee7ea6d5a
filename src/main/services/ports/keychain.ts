/** The system's safe for small secrets. What lies in it opens for this account on this computer, and for no other. */
export interface Keychain {
  /** False where a secret would only be scrambled, as on a Linux without a keyring. */
  isSafe(): Promise<boolean>
  /** Throws when it does not take it. */
  seal(secret: string): Promise<Uint8Array>
  /** Throws when it does not give it: the person said no, it is locked, or another account sealed it. `isOld` asks to seal it anew. */
  open(sealed: Uint8Array): Promise<{ readonly secret: string; readonly isOld: boolean }>
}
