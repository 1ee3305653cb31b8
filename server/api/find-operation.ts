// Which operation an address and a method mean.
import type { ApiMethod, Operation } from './operation'

export type Found =
  | { kind: 'found'; operation: Operation; values: Record<string, string> }
  | { kind: 'other-methods'; allowed: ApiMethod[] }
  | { kind: 'nothing' }

/** The values of "{…}" in a path, decoded; null: the path is another one. */
export function matchPath(template: string, path: string): Record<string, string> | null {
  const wanted = template.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const values: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const text = given[at] ?? ''
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (!name) {
      if (part !== text) return null
      continue
    }
    try {
      values[name] = decodeURIComponent(text)
    } catch {
      return null
    }
    if (values[name] === '') return null
  }
  return values
}

/** `path`: below /api/v1, "/studies/chat". Literal parts come before parameters. */
export function findOperation(operations: readonly Operation[], method: string, path: string): Found {
  const matching = operations.flatMap(operation => {
    const values = matchPath(operation.path, path)
    return values ? [{ operation, values }] : []
  })
  const fewest = Math.min(...matching.map(({ values }) => Object.keys(values).length))
  const best = matching.filter(({ values }) => Object.keys(values).length === fewest)
  const found = best.find(({ operation }) => operation.method === method)
  if (found) return { kind: 'found', ...found }
  return best.length === 0
    ? { kind: 'nothing' }
    : { kind: 'other-methods', allowed: best.map(({ operation }) => operation.method) }
}

/** What may be asked at an address, for the Allow header: HEAD goes with GET. */
export const allowHeader = (methods: readonly ApiMethod[]): string =>
  [...methods.flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'].join(', ')
