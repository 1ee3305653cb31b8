import 'server-only'
import type { StudyAccess } from '../../../people/access'
import type { DataSource } from '../../data/data-source'
import type { DataKind, ExportRequest } from '../../schema'
import { comparisonSource } from './comparison-source'
import { itemSource } from './item-source'
import { judgmentSource } from './judgment-source'
import { preferenceSource } from './preference-source'
import { ratingSource } from './rating-source'
import { responseSource } from './response-source'

type Read = (access: StudyAccess, request: Pick<ExportRequest, 'filter' | 'options'>) => Promise<DataSource>

const sources: Record<DataKind, Read> = {
  judgments: judgmentSource,
  ratings: ratingSource,
  comparisons: comparisonSource,
  items: itemSource,
  responses: responseSource,
  preferences: preferenceSource,
}

/** The rows of a file of data. @throws blinded, not_found (the study has none of it), invalid */
export const dataSourceOf = (
  access: StudyAccess,
  kind: DataKind,
  request: Pick<ExportRequest, 'filter' | 'options'>,
): Promise<DataSource> => sources[kind](access, request)
