// The program of the threads: one computation, named by whoever started it (server/platform/run-in-thread.ts).
import { parentPort, workerData } from 'node:worker_threads'
import { type ComputationName, computations } from './results/computed/computations'

const { name, input } = workerData as { name: ComputationName; input: never }
parentPort?.postMessage(computations[name](input))
