/** One icon for each practice, so that none is known by its hue alone. */
import { Compass, Handshake, Leaf, type LucideIcon, PackageCheck, Target, Waypoints } from 'lucide-react'
import type { PracticeId } from '#shared/domain/practice/practice'

export const practiceIcons: Readonly<Record<PracticeId, LucideIcon>> = {
  business: Waypoints,
  focus: Target,
  delivery: PackageCheck,
  strengths: Leaf,
  ownership: Compass,
  partnership: Handshake,
}
