import 'server-only'
import { runInThread } from '../../platform/run-in-thread'
import { type ComputationName, type Computations, computations } from '../computed/computations'

/** One of the computations of `computed/computations.ts`, beside the event loop. */
export function runComputation<Name extends ComputationName>(
  name: Name,
  input: Parameters<Computations[Name]>[0],
): Promise<ReturnType<Computations[Name]>> {
  const compute = computations[name] as (input: Parameters<Computations[Name]>[0]) => ReturnType<Computations[Name]>
  return runInThread(name, input, () => compute(input))
}
