// Which values of a scale are given words, and which words still belong to it after the scale was changed.
import { type Scale, stepCount, toSteps } from '../../criteria/scale/steps'

export interface Anchor {
  value: number
  text: string
}

/** More rows than this are no help to anybody. */
const mostAnchors = 21

/** Whether a scale can be drawn at all; while somebody types, it often cannot. */
export const isScale = (scale: Scale): boolean =>
  [scale.min, scale.max, scale.step].every(Number.isFinite) &&
  scale.step > 0 &&
  scale.max > scale.min &&
  Number.isInteger(stepCount(scale))

/** The values that get words: the whole steps, or about every tenth part of a long scale; both ends in any case. */
export function anchorValues(scale: Scale): number[] {
  if (!isScale(scale)) return []
  const range = scale.max - scale.min
  const apart = range + 1 <= mostAnchors ? 1 : Math.ceil(range / 10)
  const values: number[] = []
  for (let value = scale.min; value < scale.max - 1e-9; value += apart)
    if (toSteps(value, scale) !== null) values.push(Math.round(value * 10) / 10)
  return [...values, scale.max]
}

/** The anchors that lie on the scale and say something, in order. */
export const keepAnchors = (anchors: readonly Anchor[], scale: Scale): Anchor[] =>
  isScale(scale)
    ? anchors
        .filter(anchor => anchor.text.trim() !== '' && toSteps(anchor.value, scale) !== null)
        .sort((a, b) => a.value - b.value)
    : [...anchors]
