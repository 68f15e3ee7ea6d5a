/** How a command ends. */
export interface CommandResult {
  /** The process's exit code. */
  readonly code: number
  /** For standard output with code 0, else for standard error; empty when all was said already. */
  readonly sentence: string
}
