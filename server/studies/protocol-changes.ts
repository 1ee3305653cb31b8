// What differs between two protocols, by top-level field, for the audit trail.
import { canonicalJson } from '../audit/canonical-json'

export interface FieldChange {
  field: string
  from: unknown
  to: unknown
}

/** The top-level fields whose values differ, sorted by name. */
export function changedFields(before: unknown, after: object): FieldChange[] {
  const old: Record<string, unknown> = before && typeof before === 'object' ? { ...before } : {}
  const next: Record<string, unknown> = { ...after }
  const same = (field: string) => canonicalJson(old[field] ?? null) === canonicalJson(next[field] ?? null)
  return [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .sort()
    .filter(field => !same(field))
    .map(field => ({ field, from: old[field] ?? null, to: next[field] ?? null }))
}
