/** Finds what an operator names among the things it can name. */

import { captureKinds } from '../../capture/capture'
import { practices } from '../../practice/practices'
import { builtInTemplates } from '../../template/builtIn/builtInTemplates'
import { normalize } from '../../text/normalize'
import { hasFacts } from './hasFacts'
import type { Condition } from './query'

type ClosedOperator = 'practice' | 'template' | 'kind' | 'is' | 'has'

interface Named {
  readonly names: readonly string[]
  readonly condition: Condition
}

/** The thing with this id or name, else all whose id or name begins like that; case and accents make no difference. */
export function conditionsNamed(operator: ClosedOperator, value: string): readonly Condition[] {
  const normalized = normalize(value).trim().replace(/\s+/g, ' ')
  const exact = named[operator].filter(({ names }) => names.includes(normalized))
  const found = exact.length > 0 ? exact : named[operator].filter(({ names }) => names.some(beginsWith(normalized)))
  return found.map(({ condition }) => condition)
}

function beginsWith(normalized: string): (name: string) => boolean {
  return (name) => normalized !== '' && name.startsWith(normalized)
}

const named: Readonly<Record<ClosedOperator, readonly Named[]>> = {
  practice: practices.map(({ id, name }) => ({
    names: [id, normalize(name)],
    condition: { kind: 'practice', practice: id },
  })),
  template: builtInTemplates.map(({ id, name }) => ({
    names: [id, normalize(name)],
    condition: { kind: 'template', template: id },
  })),
  kind: captureKinds.map((captureKind) => ({
    names: [captureKind],
    condition: { kind: 'captureKind', captureKind },
  })),
  is: (['starred', 'capture', 'entry'] as const).map((is) => ({ names: [is], condition: { kind: 'is', is } })),
  has: hasFacts.map((has) => ({ names: [has], condition: { kind: 'has', has } })),
}
