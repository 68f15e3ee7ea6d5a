import { spawnSync } from 'node:child_process'
import { installPackages } from './systemPackages'

/** Whether windows can be shown to a person here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** The command that runs another under a virtual display; installed first where that is ours to do. */
export function virtualDisplay(): string[] {
  const found = () => spawnSync('which', ['xvfb-run']).status === 0
  if (!found()) installPackages('xvfb', 'xauth')
  if (!found()) throw new Error('Electron needs a display here. Install the package "xvfb".')
  return ['xvfb-run', '--auto-servernum']
}
