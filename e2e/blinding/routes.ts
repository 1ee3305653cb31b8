import { readdirSync } from 'node:fs'
import path from 'node:path'

const app = path.resolve(import.meta.dirname, '../../app')

/** One page or route of the application, from its file. */
export interface Route {
  file: string
  /** "/studies/[study]/items/[item]". */
  template: string
  isAdmin: boolean
}

/** All `page.tsx` (or `route.ts`) below app/: the router's own list, so that a new one cannot be forgotten. */
export function listRoutes(name: 'page.tsx' | 'route.ts'): Route[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter(file => path.basename(file) === name)
    .map(file => {
      const segments = path.dirname(file).split(path.sep)
      const shown = segments.filter(segment => segment !== '.' && !/^\(.*\)$/.test(segment))
      return { file, template: `/${shown.join('/')}`, isAdmin: segments.includes('(admin)') }
    })
    .sort((a, b) => a.file.localeCompare(b.file))
}

/** The address of a route with its parameters filled in; optional ones are left out. */
export const fillRoute = (template: string, values: Record<string, string>): string =>
  template
    .replace(/\/\[\[\.\.\.\w+\]\]/g, '')
    .replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => values[name] ?? 'unknown') || '/'

/** Whether an address is one of a route. Literal segments come before parameters, as in the router. */
export function findRoute(routes: Route[], pathname: string): Route | undefined {
  const matching = routes.filter(({ template }) => {
    const pattern = template.replace(/\/\[\[\.\.\.\w+\]\]/g, '(/.*)?').replace(/\[\w+\]/g, '[^/]+')
    return new RegExp(`^${pattern}$`).test(pathname)
  })
  return matching.sort((a, b) => a.template.split('[').length - b.template.split('[').length)[0]
}
