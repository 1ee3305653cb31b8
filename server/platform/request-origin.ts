import { AsyncLocalStorage } from 'node:async_hooks'

/** By what a person acts, where it is not their own browser. */
export interface RequestOrigin {
  /** The prefix of the API key. */
  apiKey: string
}

const storage = new AsyncLocalStorage<RequestOrigin>()

/** Everything that `work` does comes from there: the audit trail says so. */
export const withOrigin = <Result>(origin: RequestOrigin, work: () => Promise<Result>): Promise<Result> =>
  storage.run(origin, work)

/** Undefined: the person themselves. */
export const requestOrigin = (): RequestOrigin | undefined => storage.getStore()
