/** How a run of Electron ended. */
export interface ElectronEnd {
  /** Its exit code; 128 and the signal's number for one that was ended by a signal. */
  readonly code: number
  /** What it wrote to standard error, one line each. */
  readonly lines: readonly string[]
  /** Milliseconds it ran. */
  readonly lasted: number
}

/** In Debian's and Ubuntu's name, and in Fedora's. */
const packages: Readonly<Record<string, readonly [debian: string, fedora: string]>> = {
  'libasound.so.2': ['libasound2t64" or "libasound2', 'alsa-lib'],
  'libatk-1.0.so.0': ['libatk1.0-0', 'atk'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0', 'at-spi2-atk'],
  'libatspi.so.0': ['libatspi2.0-0', 'at-spi2-core'],
  'libcups.so.2': ['libcups2', 'cups-libs'],
  'libdbus-1.so.3': ['libdbus-1-3', 'dbus-libs'],
  'libdrm.so.2': ['libdrm2', 'libdrm'],
  'libgbm.so.1': ['libgbm1', 'mesa-libgbm'],
  'libgdk_pixbuf-2.0.so.0': ['libgdk-pixbuf-2.0-0', 'gdk-pixbuf2'],
  'libgtk-3.so.0': ['libgtk-3-0', 'gtk3'],
  'libnspr4.so': ['libnspr4', 'nspr'],
  'libnss3.so': ['libnss3', 'nss'],
  'libxkbcommon.so.0': ['libxkbcommon0', 'libxkbcommon'],
}

/** Each with what Electron, Chromium or the system's loader write, and what a person can do. */
const reasons: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/(lib[\w.+-]+\.so[.\d]*): cannot open shared object file/, missing],
  [/Failed to (?:initialize|load) (lib[\w.+-]+\.so[.\d]*)/, missing],
  [
    /No usable sandbox|SUID sandbox helper|Failed to move to new namespace|zygote_host_impl_linux/,
    () =>
      'Electron needs user namespaces for its sandbox, which this system keeps from it: allow them by `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0` (Ubuntu) or `sudo sysctl -w kernel.unprivileged_userns_clone=1` (Debian).',
  ],
  [
    /Missing X server|The platform failed to initialize|Failed to connect to Wayland/,
    () => 'Electron could not open the display that DISPLAY or WAYLAND_DISPLAY names: start it where that display is.',
  ],
  [
    /icudtl\.dat|Invalid file descriptor to ICU|v8_context_snapshot|resources\.pak|Failed to locate a valid package|file too short|invalid ELF header|Exec format error|ENOEXEC|EACCES/,
    () =>
      "Electron's folder is not whole: delete node_modules/electron/dist and run `npm start` again, which fetches it anew.",
  ],
  [
    /spawn .*ENOENT|No such file or directory/,
    () =>
      "Electron's binary does not run on this system: it needs the GNU C library (glibc), which Alpine, for one, does not have.",
  ],
]

const atOnce = 10_000

/** One sentence on what Electron lacks here and how to get it; null for an end that has another cause. */
export function whyElectronEnded({ code, lines, lasted }: ElectronEnd): string | null {
  if (code === 0) return null
  const text = lines.join('\n')
  for (const [pattern, sentence] of reasons) {
    const found = pattern.exec(text)
    if (found) return sentence(found[1] ?? '')
  }
  // A shell's codes for what can't be run, and signals that a fault ends a process with.
  const isFault = [126, 127, 132, 133, 134, 135, 136, 139].includes(code)
  return isFault && lasted < atOnce
    ? `Electron ended at once with code ${code}: run node_modules/electron/dist/electron --version to see why.`
    : null
}

function missing(library: string): string {
  const [debian, fedora] = packages[library] ?? []
  return debian === undefined
    ? `Electron needs ${library}, which is not installed here: install the package that holds it.`
    : `Electron needs ${library}, which is not installed here: install the package "${debian}" (Debian, Ubuntu) or "${fedora}" (Fedora).`
}
