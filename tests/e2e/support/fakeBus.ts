/** A `gdbus` of the test's own before the system's in the PATH: what the session bus says, without one. */
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

export interface BusSays {
  /** A notification service that answers, one that has the name and says nothing, or none. */
  readonly notifications?: 'answers' | 'hangs' | 'nobody'
  /** Whether a tray lists the icon of the one who asks. */
  readonly tray?: boolean
  /** A file; each line that comes to it is a signal of a screen saver, or of the session. */
  readonly signals?: string
}

const server = {
  answers: `echo "('made up', 'for a test', '1', '1.2')"`,
  hangs: 'exec sleep 600',
  nobody: 'exit 1',
} as const

/** The environment in which the app asks it. Elsewhere than on Linux nobody asks the bus. */
export async function fakeBus(
  folder: string,
  { notifications = 'nobody', tray = false, signals }: BusSays,
): Promise<Record<string, string>> {
  const script = `#!/bin/sh
case "$*" in
  monitor*) ${signals === undefined ? 'exit 1' : `exec tail -n 0 -F '${signals}' 2>/dev/null`} ;;
  *ListNames*) echo "(['org.freedesktop.DBus', ':1.7'${signals === undefined ? '' : ", 'org.mate.ScreenSaver'"}],)" ;;
  *GetServerInformation*) ${server[notifications]} ;;
  *IsStatusNotifierHostRegistered*) echo '(<${tray}>,)' ;;
  *RegisteredStatusNotifierItems*) echo "(<[':1.7/StatusNotifierItem', 'org.kde.StatusNotifierItem-1-1/StatusNotifierItem']>,)" ;;
  *GetConnectionUnixProcessID*:1.7*) echo "(uint32 $PPID,)" ;;
  *GetConnectionUnixProcessID*) echo '(uint32 1,)' ;;
  *) exit 1 ;;
esac
`
  const bin = join(folder, 'bin')
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, 'gdbus'), script)
  await chmod(join(bin, 'gdbus'), 0o755)
  return { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
}
