import { commandPatterns, headlessSwitch } from '../../src/main/cli/switches'

/** The name of Electron's binary in a package for Linux; the launcher has the app's own. */
export const binaryOf = (executable: string) => `${executable}.bin`

/**
 * What a package for Linux starts with: Chromium looks for a display unless a switch forbids it from the first, and a command needs none. A link of
 * `/usr/bin` leads here.
 */
export function launcher(executable: string): string {
  return `#!/bin/sh
program=$(dirname "$(readlink -f "$0")")/${binaryOf(executable)}
if [ -z "$DISPLAY$WAYLAND_DISPLAY" ]; then
  for argument in "$@"; do
    case $argument in
      ${commandPatterns.join(' | ')}) exec "$program" ${headlessSwitch} "$@" ;;
    esac
  done
fi
exec "$program" "$@"
`
}
