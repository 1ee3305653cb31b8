const holder = globalThis as typeof globalThis & { assayShutdown?: AbortController }
holder.assayShutdown ??= new AbortController()
const controller = holder.assayShutdown

/**
 * Aborted at the first request to stop. Whatever stays open by itself (event streams, listeners, job runners) must end
 * on it: an open event stream would hold the web server back for half a minute.
 */
export const shutdown: AbortSignal = controller.signal

/**
 * Makes signals abort `shutdown`. To be called once per process: from instrumentation.ts and from own entry points.
 * Not in the workers of a build, where a handler would swallow the signal that ends them.
 */
export function listenForShutdown() {
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => controller.abort())
}
