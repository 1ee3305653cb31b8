import { z } from 'zod'

/** What the matrix of each two annotators shows. */
export const matrixMeasureSchema = z.enum(['alpha', 'kappa', 'equal', 'common'])
export type MatrixMeasure = z.infer<typeof matrixMeasureSchema>
