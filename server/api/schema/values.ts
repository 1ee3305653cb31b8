import { z } from 'zod'

/** ISO 8601 in UTC. */
export const timeSchema = z.iso.datetime({ offset: true }).describe('ISO 8601, UTC.')
export const nullableTime = timeSchema.nullable()
export const idSchema = z.uuid()
export const countSchema = z.number().int().min(0)

/** Names of states and roles are lower case in the API. */
export const stateOf = (state: string): string => state.toLowerCase()
