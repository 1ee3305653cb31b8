// Checks the rules of ARCHITECTURE.md from the imports and names of the source files. No allow-list: a file obeys or moves.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const reserved = new Set([
  'router',
  'schema',
  'policy',
  'queries',
  'commands',
  'subscriptions',
  'process',
  'store',
  'jobs',
])
const withDatabase = new Set(['queries', 'commands', 'platform', 'adapters', 'jobs'])
const infrastructure = new Set(['platform', 'trpc', 'generated'])

/** What kind of file a path is: `{ area, domain, kind }`; kind is a reserved name, "pure", "test", "adapters" or "platform". */
export function classify(file) {
  const parts = file.split('/')
  const base = parts[parts.length - 1].replace(/\.(tsx?|mjs|js)$/, '')
  const area = parts[0]
  if (/\.test$|\.test-d$/.test(base) || (base.startsWith('make-') && !parts.includes('commands')))
    return { area, domain: parts[1], kind: 'test' }
  // criteria/: one folder per kind of criterion. Its controls are components; all else in it is pure, or a schema.
  if (area === 'criteria')
    return { area, domain: parts[1], kind: /\.tsx$/.test(file) ? 'view' : /schema$/.test(base) ? 'schema' : 'pure' }
  if (area !== 'server')
    return { area, domain: parts[1], kind: area === 'components' && base === 'store' ? 'store' : area }
  if (parts.length === 2) return { area, domain: base, kind: 'process' }
  const domain = parts[1]
  if (infrastructure.has(domain)) return { area, domain, kind: domain }
  const inside = parts.slice(2, -1).find(part => reserved.has(part) || part === 'adapters')
  if (inside) return { area, domain, kind: inside }
  if (reserved.has(base)) return { area, domain, kind: base }
  return { area, domain, kind: 'pure' }
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s*['"]([^'"]+)['"]|(?:^|\n)import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** The imports of a source text: `{ target, typeOnly, names }`. */
export function importsOf(source) {
  const found = []
  for (const [, type, clause, from, bare, dynamic] of source.matchAll(importPattern)) {
    const names = (clause ?? '')
      .replace(/[{}\s]+/g, ' ')
      .split(',')
      .map(name => name.trim())
      .filter(Boolean)
    const typeOnly =
      Boolean(type) || (clause?.startsWith('{') && names.length > 0 && names.every(name => name.startsWith('type ')))
    found.push({ target: from ?? bare ?? dynamic, typeOnly: Boolean(from) && typeOnly, names })
  }
  return found
}

const banned = [
  [/\bDate\.now\(|\bnew Date\(\)/, 'reads the clock: take the time as an argument'],
  [
    /\bMath\.random\(|\brandomUUID\b|\brandomBytes\b|\brandomInt\b|getRandomValues/,
    'makes randomness: take it as an argument',
  ],
  [/\bprocess\.env\b/, 'reads the environment'],
  [/\bfetch\(/, 'does I/O'],
]
const ioModules = /^(node:(?!crypto$|buffer$|util$|assert)|server-only$|pg$|pg-|graphile-worker$|pino$|next\/)/

function resolve(from, target, files) {
  if (!target.startsWith('.') && !target.startsWith('@/')) return null
  const joined = target.startsWith('@/') ? target.slice(2) : path.posix.join(path.posix.dirname(from), target)
  for (const end of ['', '.ts', '.tsx', '.mjs', '.js', '.json', '/index.ts'])
    if (files.has(joined + end)) return joined + end
  return joined.includes('generated/') ? joined : null
}

/** Why one file may not import another, or null. */
export function refuseImport(from, to, typeOnly, names = []) {
  const a = classify(from)
  const b = classify(to)
  if (a.kind === 'test' || a.area === 'e2e' || a.area === 'scripts' || a.area === 'bench' || a.area === 'prisma')
    return null
  if (b.area === 'app' && a.area !== 'app') return 'nothing imports from app/'
  if ((b.area === 'components' || b.kind === 'view') && a.area === 'server')
    return 'server/ knows nothing of components'
  if (a.area === 'criteria' && a.kind !== 'view' && b.area !== 'criteria' && !typeOnly)
    return 'rules and schemas of criteria import nothing outside criteria/'
  if (a.area === 'criteria' && a.kind !== 'view' && b.kind === 'view') return 'a pure file draws nothing'
  if (
    names.some(name => /^mint(Admin|ApiKey|Study|Member|Assignment)Access/.test(name)) &&
    !(a.domain === 'people' && a.kind === 'queries')
  )
    return 'only the gates in people/queries mint access'
  if (names.some(name => /^requireOperator/.test(name)) && !(a.area === 'server' && a.domain === 'cli'))
    return 'only the command line acts as the operator'
  if (names.some(name => /^mintBlinded/.test(name)) && a.domain !== 'blinding')
    return 'only server/blinding mints what annotators may see'
  if (typeOnly) return null
  if (
    b.domain === 'platform' &&
    path.posix.basename(to).startsWith('db.') &&
    a.area === 'server' &&
    !withDatabase.has(a.kind) &&
    a.kind !== 'process'
  )
    return `a ${a.kind} file has no database`
  if (
    (a.area === 'components' || a.area === 'criteria') &&
    b.area === 'server' &&
    b.kind !== 'schema' &&
    b.kind !== 'pure' &&
    b.kind !== 'policy'
  )
    return 'components take values only from schema, policy and pure files; import the type'
  if (a.area === 'app' && b.area === 'server' && b.kind === 'commands' && !from.startsWith('app/api/'))
    return 'pages write through tRPC, not through commands'
  if (a.area === 'app' && b.domain === 'platform' && path.posix.basename(to).startsWith('db.'))
    return 'a route has no database: call a query'
  if (a.area !== 'server' || b.area !== 'server') return null
  if (a.domain === 'statistics') return b.domain === 'statistics' ? null : 'statistics imports nothing of ours'
  if (a.kind === 'pure' || a.kind === 'policy' || a.kind === 'schema') {
    const fine = b.kind === 'pure' || b.kind === 'policy' || b.kind === 'schema' || to === 'server/platform/errors.ts'
    return fine ? null : `a ${a.kind} file may import pure files and schemas only`
  }
  if (a.kind === 'router' && b.kind === 'router' && a.domain === b.domain) return null
  if (a.kind === 'router')
    return ['policy', 'schema', 'queries', 'commands', 'subscriptions', 'trpc', 'pure'].includes(b.kind)
      ? null
      : 'a router calls queries and commands only'
  if (a.domain !== b.domain && !infrastructure.has(a.domain) && !infrastructure.has(b.domain) && a.kind !== 'process')
    return ['schema', 'policy', 'queries', 'commands', 'pure'].includes(b.kind)
      ? null
      : `${b.kind} files are private to their domain`
  return null
}

const skip = new Set([
  'node_modules',
  'generated',
  '.next',
  '.data',
  'dist',
  '.git',
  'test-results',
  'playwright-report',
  'migrations',
])
function walk(dir, into = []) {
  for (const name of readdirSync(dir || '.')) {
    if (skip.has(name) || name.startsWith('.')) continue
    const file = dir ? `${dir}/${name}` : name
    if (statSync(file).isDirectory()) walk(file, into)
    else into.push(file)
  }
  return into
}

/** All problems of a checkout, one line each. */
export function check(root) {
  process.chdir(root)
  const files = new Set(
    ['app', 'components', 'criteria', 'server', 'e2e', 'prisma', 'scripts', 'bench', 'messages'].flatMap(dir => {
      try {
        return walk(dir)
      } catch {
        return []
      }
    }),
  )
  const problems = []
  const graph = new Map()
  for (const file of files) {
    if (!/\.(tsx?|mjs|js)$/.test(file) || file.endsWith('.d.ts')) continue
    const name = path.posix.basename(file)
    const own = classify(file)
    if (!/^[a-z0-9.-]+$/.test(name)) problems.push(`${file}: file names are kebab-case`)
    if (/^(utils?|helpers?|common|lib|index)\.tsx?$/.test(name) || /\/(utils?|helpers?|lib)\//.test(file))
      problems.push(`${file}: a name that says nothing (utils, helpers, lib, index)`)
    if (own.area === 'server' && file.split('/').length > 5)
      problems.push(`${file}: deeper than four folders under server/`)
    const source = readFileSync(file, 'utf8')
    const edges = []
    for (const { target, typeOnly, names } of importsOf(source)) {
      const to = resolve(file, target, files)
      if (to) {
        const why = refuseImport(file, to, typeOnly, names)
        if (why) problems.push(`${file}: imports ${to}: ${why}`)
        if (!typeOnly) edges.push(to)
      } else if (!typeOnly && ['pure', 'policy', 'schema'].includes(own.kind) && ioModules.test(target))
        problems.push(`${file}: a ${own.kind} file does no I/O (imports ${target})`)
    }
    graph.set(file, edges)
    if (['pure', 'policy', 'schema'].includes(own.kind) && (own.area === 'server' || own.area === 'criteria')) {
      const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      for (const [pattern, why] of banned) if (pattern.test(code)) problems.push(`${file}: ${why}`)
    }
    if (own.kind === 'router' && /\bif\s*\(|\bdb\./.test(source))
      problems.push(`${file}: a router has no "if" and no database`)
  }
  const state = new Map()
  const visit = (file, trail) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      problems.push(`import cycle: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`)
      return
    }
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of graph.keys()) visit(file, [])
  return { problems, count: graph.size }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { problems, count } = check(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
  console.log(problems.length > 0 ? problems.join('\n') : `architecture: ${count} files, no problems`)
  process.exit(problems.length > 0 ? 1 : 0)
}
