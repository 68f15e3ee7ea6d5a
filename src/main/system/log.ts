/** One line on standard error for what was unexpected. Never journal text: errors of ours carry none. */
export function log(where: string, error: unknown): void {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  process.stderr.write(`throughline: ${where}: ${what.replace(/\s+/g, ' ').slice(0, 500)}\n`)
}
