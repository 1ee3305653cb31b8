import { z } from 'zod'
import { reasonSchema } from '../studies/schema'

export const setAdjudicatorSchema = z.object({ userId: z.uuid(), isAdjudicator: z.boolean() })
export type SetAdjudicator = z.infer<typeof setAdjudicatorSchema>

export const dismissSchema = z.object({ disagreement: z.uuid(), reason: reasonSchema })
export const disagreementSchema = z.object({ disagreement: z.uuid() })

/** waiting: nobody can decide it yet. assigned: somebody is to. decided: an adjudicator has. dismissed: left as it is. */
export const disagreementStateSchema = z.enum(['waiting', 'assigned', 'decided', 'dismissed'])
export type DisagreementState = z.infer<typeof disagreementStateSchema>
