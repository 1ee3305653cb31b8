/** Runs at most `running` pieces of work at once, lets at most `waiting` more wait in order, and refuses the rest. */
export interface BoundedQueue {
  /** @throws QueueFullError when too much is waiting already; otherwise settles as `work` does */
  run: <Result>(work: () => Promise<Result>) => Promise<Result>
}

export class QueueFullError extends Error {
  constructor() {
    super('Too much is waiting already.')
    this.name = 'QueueFullError'
  }
}

export function boundedQueue({ running, waiting }: { running: number; waiting: number }): BoundedQueue {
  const line: (() => void)[] = []
  let active = 0

  async function enter(): Promise<void> {
    if (active < running) {
      active += 1
      return
    }
    if (line.length >= waiting) throw new QueueFullError()
    // Whoever leaves hands its place on, so `active` stays as it is.
    await new Promise<void>(resume => line.push(resume))
  }

  function leave(): void {
    const next = line.shift()
    if (next) next()
    else active -= 1
  }

  return {
    async run(work) {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
