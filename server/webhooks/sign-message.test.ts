import { expect, test } from 'vitest'
import { retryDelaySeconds } from './retry-delay'
import { signedHeaders } from './sign-message'

test('signs as the example of the Standard Webhooks libraries', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  expect(signedHeaders(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('waits ever longer, for about three days, and then gives up', () => {
  const delays = Array.from({ length: 10 }, (_, at) => retryDelaySeconds(at + 1))
  expect(delays.at(-1)).toBeNull()
  const all = delays.filter(delay => delay !== null)
  expect(all).toEqual(all.toSorted((a, b) => a - b))
  expect(all.reduce((sum, delay) => sum + delay, 0) / 86_400).toBeCloseTo(3.1, 0)
})
