import 'server-only'
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { DomainError } from '../../platform/errors'
import { randomToken } from '../../platform/randomness'
import { boundedQueue, QueueFullError } from '../bounded-queue'

// argon2id is the library's default algorithm. About 20 MB and 30 ms of one core per hash.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// The work is done off the event loop; the queue keeps cores free for those who are judging meanwhile.
const queue = boundedQueue({ running: availableParallelism() > 4 ? 2 : 1, waiting: 256 })

async function queued<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await queue.run(work)
  } catch (error) {
    if (!(error instanceof QueueFullError)) throw error
    throw new DomainError('limited', 'Too many people are signing in at once. Try again in a minute.', {
      waitMinutes: 1,
    })
  }
}

let decoy: Promise<string> | undefined

/** argon2id as a PHC string. @throws limited */
export function hashPassword(password: string): Promise<string> {
  return queued(() => hash(password, cost))
}

/** Whether the password is right. Without a hash the answer is no, after the same work. @throws limited */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= queued(() => hash(randomToken(), cost))
  const other = await decoy
  const isRight = await queued(() => verify(passwordHash ?? other, password))
  return isRight && passwordHash !== null
}
