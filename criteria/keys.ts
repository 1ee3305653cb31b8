// The keys of every kind, fetched when a study has the kind. A kind without an own line is used with Tab and Space.
import type { CriterionKeys } from './criterion-keys'
import { scaleKeys } from './scale/keys'
import type { Criterion, CriterionKind, CriterionOf } from './schema'

const loaders: { [Kind in CriterionKind]?: () => Promise<CriterionKeys<CriterionOf<Kind>>> } = {
  preference: () => import('./preference/keys').then(module => module.preferenceKeys),
  ranking: () => import('./ranking/keys').then(module => module.rankingKeys),
  checklist: () => import('./checklist/keys').then(module => module.checklistKeys),
  spans: () => import('./spans/keys').then(module => module.spansKeys),
  choice: () => import('./choice/keys').then(module => module.choiceKeys),
}

const loaded = new Map<CriterionKind, CriterionKeys<Criterion>>([
  ['scale', scaleKeys as unknown as CriterionKeys<Criterion>],
])

/** The keys of a kind, or null: it has none, or they are not here yet. */
export const keysOf = (kind: CriterionKind) => loaded.get(kind) ?? null

/** Fetches the keys of these kinds. */
export async function loadKeys(kinds: Iterable<CriterionKind>): Promise<void> {
  for (const kind of kinds) {
    const keys = loaded.has(kind) ? null : await loaders[kind]?.()
    if (keys) loaded.set(kind, keys as unknown as CriterionKeys<Criterion>)
  }
}
