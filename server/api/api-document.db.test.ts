import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, expect, test } from 'vitest'
import { disconnect } from '../platform/db'
import { docsPage } from './docs-page'
import { apiDocument } from './queries/api-document'
import { operations } from './router'

afterAll(disconnect)

test('the document is OpenAPI 3.1, and has every operation once', async () => {
  const document = JSON.parse(JSON.stringify(apiDocument()))
  const result = await new Validator().validate(document)
  expect(result.errors ?? []).toEqual([])
  expect(result.valid).toBe(true)
  const ids = Object.values(apiDocument().paths).flatMap(methods => Object.values(methods).map(one => one.operationId))
  expect(ids.sort()).toEqual(operations.map(({ id }) => id).sort())
  expect(new Set(ids).size).toBe(ids.length)
  for (const { path, parameters, reach } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
    expect(named, path).toEqual([...(reach === 'study' ? ['study'] : []), ...Object.keys(parameters.shape)])
  }
})

test('the page has every operation and every kind of problem, and no script', () => {
  const page = docsPage(apiDocument())
  for (const { id } of operations) expect(page).toContain(`id="${id}"`)
  expect(page).toContain('id="key-reused"')
  expect(page).not.toMatch(/<script|javascript:|\son\w+=|https?:\/\/(?!localhost)/)
})
