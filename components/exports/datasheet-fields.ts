import type { Datasheet } from '@/server/exports/schema'

/** In the order of the form. */
export const datasheetFields = [
  'purpose',
  'recruitment',
  'pay',
  'ethics',
  'sources',
  'licence',
  'citation',
  'contact',
] as const satisfies readonly (keyof Datasheet)[]
