import { describe, expect, test } from 'vitest'
import { boundedQueue, QueueFullError } from './bounded-queue'

describe('the queue', () => {
  test('runs no more at once than it may, all in order, and goes on after a failure', async () => {
    const queue = boundedQueue({ running: 2, waiting: 10 })
    let active = 0
    let most = 0
    const order: number[] = []
    const work = (at: number) => async () => {
      active += 1
      most = Math.max(most, active)
      order.push(at)
      await Promise.resolve()
      active -= 1
      if (at === 3) throw new Error('this one fails')
      return at
    }
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => queue.run(work(at))))
    expect(most).toBe(2)
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(outcomes.map(({ status }) => status).filter(status => status === 'rejected')).toHaveLength(1)
  })

  test('refuses what is too much, and takes more when there is room again', async () => {
    const queue = boundedQueue({ running: 1, waiting: 1 })
    let finish = () => {}
    const first = queue.run(
      () =>
        new Promise<void>(resolve => {
          finish = resolve
        }),
    )
    const second = queue.run(async () => 'second')
    await expect(queue.run(async () => 'third')).rejects.toBeInstanceOf(QueueFullError)
    finish()
    await first
    expect(await second).toBe('second')
    expect(await queue.run(async () => 'fourth')).toBe('fourth')
  })
})
