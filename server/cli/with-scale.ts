// A preset's protocol on another scale: anchors that no longer lie on it are left out.
import { toSteps } from '../../criteria/scale/steps'
import type { Protocol } from '../studies/schema'

export interface ScaleChanges {
  min?: number
  max?: number
  step?: 1 | 0.5 | 0.2 | 0.1
}

/** Changes the first scale; with other ends its anchors go, for their words mean other values. */
export function withScale(protocol: Protocol, changes: ScaleChanges): Protocol {
  const first = protocol.criteria.find(criterion => criterion.kind === 'scale')
  if (!first) return protocol
  const scale = {
    ...first,
    min: changes.min ?? first.min,
    max: changes.max ?? first.max,
    step: changes.step ?? first.step,
  }
  const isSameRange = scale.min === first.min && scale.max === first.max
  const anchors = isSameRange ? first.anchors.filter(anchor => toSteps(anchor.value, scale) !== null) : []
  // "Comment at or below 3" speaks of the old range, too.
  const criteria = protocol.criteria.map(criterion => {
    if (criterion === first) return { ...scale, anchors }
    const isOffRange =
      criterion.kind === 'comment' &&
      criterion.required.when === 'at-or-below' &&
      criterion.required.criterion === first.id
    return isOffRange && !isSameRange ? { ...criterion, required: { when: 'never' as const } } : criterion
  })
  return { ...protocol, criteria }
}
