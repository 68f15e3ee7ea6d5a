import type { EventEmitter } from 'node:events'

/** What every emitter has; Electron overloads it per event, which Node's own signatures can't be compared with. */
type Emitting = keyof EventEmitter

/**
 * Becomes `true` only if every public member of `Double` exists in Electron's own type with a signature that fits; otherwise it
 * names the member that doesn't. Written as `true satisfies Faithful<…>` below each double, so that a wrong one does not compile.
 */
export type Faithful<Double, Real> = [Exclude<keyof Double, keyof Real | Emitting | 'prototype'>] extends [never]
  ? Double extends Pick<Real, Exclude<keyof Double & keyof Real, Emitting | 'prototype'>>
    ? true
    : { differs: Differing<Double, Real> }
  : { unknownToElectron: Exclude<keyof Double, keyof Real | Emitting> }

type Differing<Double, Real> = {
  [Name in Exclude<keyof Double & keyof Real, Emitting>]: Double[Name] extends Real[Name] ? never : Name
}[Exclude<keyof Double & keyof Real, Emitting>]
