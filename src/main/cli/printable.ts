/** Makes what someone typed fit for one line of a terminal: what would break the line, or turn it round, is shown as a mark. */
export function printable(given: string): string {
  return given.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\u{fffd}')
}
