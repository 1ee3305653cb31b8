// What can be exported of a study, before anybody asks for it.
import { comparedCriteria } from '../../results/compared-criteria'
import { responseScales } from '../../results/response-scales'
import type { Protocol } from '../../studies/schema'
import { type DataKind, dataKindSchema, type ExportKind, type ResultName, resultNameSchema } from '../schema'
import { namesModels } from './names-models'

export interface ExportChoice {
  kind: ExportKind
  /** It names models, and the study is blind. */
  isWithheld: boolean
  /** By which it can be made; empty: there is nothing to choose. */
  criteria: { id: string; label: string }[]
}

/** In the order in which they are offered. Whether a table has rows is only known once it is made. */
export function exportChoices(protocol: Protocol, sealed: boolean): ExportChoice[] {
  const scales = responseScales(protocol)
  const compared = comparedCriteria(protocol)
  const having = (kind: string) => protocol.criteria.filter(one => one.kind === kind)
  const hasAfter = scales.length > 0 && protocol.referenceMoment === 'after-first'
  const by: Record<ResultName, { id: string; label: string }[] | null> = {
    scores: scales,
    differences: scales,
    'after-reference': hasAfter ? [] : null,
    'head-to-head': compared,
    ranking: compared,
    agreement: [],
    rubric: having('checklist'),
    'rubric-rates': having('checklist'),
    labels: protocol.criteria.some(one => one.kind === 'choice' && one.scope === 'response') ? [] : null,
    penalties: having('spans').length > 0 ? [] : null,
    bridge: [],
    annotators: scales,
    sensitivity: scales,
    'length-adjusted': scales,
  }
  const always = new Set<ResultName>(['agreement', 'after-reference', 'labels', 'penalties', 'bridge'])
  const tables = resultNameSchema.options.flatMap(name => {
    const criteria = by[name]
    return criteria === null || (criteria.length === 0 && !always.has(name))
      ? []
      : [{ kind: `table:${name}` as const, criteria }]
  })
  const ofData: Partial<Record<DataKind, { id: string; label: string }[]>> = {
    comparisons: compared,
    preferences: compared,
  }
  const needs = (kind: DataKind) =>
    kind === 'judgments'
      ? scales.length > 0
      : kind === 'comparisons' || kind === 'preferences'
        ? compared.length > 0
        : true
  const data = dataKindSchema.options.filter(needs).map(kind => ({ kind, criteria: ofData[kind] ?? [] }))
  const all = [
    { kind: 'bundle' as const, criteria: [] },
    ...data,
    ...tables,
    { kind: 'dataset-card' as const, criteria: [] },
  ]
  const hasPreference = having('preference').length > 0
  return all.map(({ kind, criteria }) => ({
    kind,
    criteria: criteria.map(({ id, label }) => ({ id, label })),
    isWithheld: sealed && namesModels({ kind }, hasPreference) === 'always',
  }))
}
