// Formulas and highlighting are large and rarely needed: each is loaded once, when the first text asks for it.
import { useSyncExternalStore } from 'react'

type Formulas = typeof import('./formulas')
type Highlighting = typeof import('./highlighting')

interface Lazy<Module> {
  load: () => void
  get: () => Module | null
  subscribe: (listener: () => void) => () => void
}

function makeLazy<Module>(load: () => Promise<Module>): Lazy<Module> {
  let loaded: Module | null = null
  let loading = false
  const listeners = new Set<() => void>()
  return {
    load: () => {
      if (loading) return
      loading = true
      load().then(
        module => {
          loaded = module
          for (const listener of listeners) listener()
        },
        // Offline, perhaps: the source stays readable, and the next text tries again.
        () => {
          loading = false
        },
      )
    },
    get: () => loaded,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const formulas = makeLazy<Formulas>(() => import('./formulas'))
const highlighting = makeLazy<Highlighting>(() => import('./highlighting'))

export const loadMath = formulas.load
export const loadHighlighting = highlighting.load

/** The module, or null until it is there. */
export const useFormulas = () => useSyncExternalStore(formulas.subscribe, formulas.get, () => null)
export const useHighlighting = () => useSyncExternalStore(highlighting.subscribe, highlighting.get, () => null)
