import { expect, test } from 'vitest'
import { z } from 'zod'
import { ApiProblem } from './api-problem'
import { readCursor, writeCursor } from './cursor'
import { matchPath } from './find-operation'
import { negotiate } from './negotiate'
import { newestFirst } from './newest-first'
import { pointerOf, problemOf } from './problem'
import { isOverLimit, rateHeaders } from './rate-policy'

test('a path is matched part by part, and its values are decoded', () => {
  expect(matchPath('/studies/{study}/items/{item}', '/studies/chat/items/q%2F1')).toEqual({
    study: 'chat',
    item: 'q/1',
  })
  expect(matchPath('/studies/{study}', '/studies/')).toBeNull()
  expect(matchPath('/studies/{study}', '/studies/%E0%A4%A')).toBeNull()
  expect(matchPath('/studies/{study}', '/studies/chat/items')).toBeNull()
})

test('the best representation by weight, then by our order', () => {
  const types = ['application/json', 'text/csv']
  expect(negotiate(null, types)).toBe('application/json')
  expect(negotiate('text/csv;q=0.5, application/json;q=0.4', types)).toBe('text/csv')
  expect(negotiate('text/*', types)).toBe('text/csv')
  expect(negotiate('image/png, text/csv;q=0', types)).toBeNull()
})

test('a cursor belongs to one list and to its keys', () => {
  const schema = z.tuple([z.number()])
  const cursor = writeCursor('listItems one', [7])
  expect(readCursor(cursor, 'listItems one', schema)).toEqual([7])
  expect(() => readCursor(cursor, 'listItems two', schema)).toThrow(ApiProblem)
  expect(() => readCursor(writeCursor('listItems one', ['x']), 'listItems one', schema)).toThrow(ApiProblem)
  expect(() => readCursor('not a cursor', 'listItems one', schema)).toThrow(ApiProblem)
})

test('rows of one time are told apart by their ids', () => {
  const createdAt = new Date('2026-01-01')
  const rows = ['c', 'a', 'b'].map(id => ({ id, createdAt }))
  const first = newestFirst(rows, { limit: 2, after: null })
  expect(first.rows.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(newestFirst(rows, { limit: 2, after: first.next })).toEqual({ rows: [{ id: 'c', createdAt }], next: null })
})

test('what goes wrong is told without what is inside', () => {
  expect(pointerOf('responses[2].a/b')).toBe('#/responses/2/a~1b')
  const problem = problemOf(
    new Error('connect ECONNREFUSED /run/secret.sock'),
    'https://lab.example/api/v1',
    '/api/v1/me',
  )
  expect(problem).toMatchObject({
    status: 500,
    body: { type: 'https://lab.example/api/v1/docs#internal', instance: '/api/v1/me' },
  })
  expect(JSON.stringify(problem)).not.toContain('secret')
})

test('the window says what is left of it', () => {
  expect(rateHeaders({ count: 1, waitMs: 59_001 }).ratelimit).toBe('"default";r=599;t=60')
  expect(rateHeaders({ count: 700, waitMs: 1 }).ratelimit).toBe('"default";r=0;t=1')
  expect([isOverLimit({ count: 600, waitMs: 1 }), isOverLimit({ count: 601, waitMs: 1 })]).toEqual([false, true])
})
