import { z } from 'zod'
import { baseShape, scopeSchema } from '../base-schema'
import { stepCount, toSteps } from './steps'

const isTenth = (value: number) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9

/** A number on a line. Anchors say in words what a value means. Rated with `value`: whole steps from the minimum. */
export const scaleSchema = z
  .strictObject({
    kind: z.literal('scale'),
    ...baseShape,
    scope: scopeSchema,
    min: z.number().min(-100).max(100).refine(isTenth, 'At most one decimal.'),
    max: z.number().min(-100).max(1000).refine(isTenth, 'At most one decimal.'),
    step: z.union([z.literal(1), z.literal(0.5), z.literal(0.2), z.literal(0.1)]),
    anchors: z.array(z.strictObject({ value: z.number(), text: z.string().trim().min(1).max(300) })).max(200),
  })
  .refine(scale => scale.max > scale.min, { path: ['max'], message: 'The maximum must be above the minimum.' })
  .refine(scale => Number.isInteger(stepCount(scale)), {
    path: ['step'],
    message: 'The range is not a whole number of steps.',
  })
  .refine(scale => scale.max <= scale.min || scale.anchors.every(anchor => toSteps(anchor.value, scale) !== null), {
    path: ['anchors'],
    message: 'A text belongs to a value that is not on the scale.',
  })
export type ScaleCriterion = z.infer<typeof scaleSchema>
