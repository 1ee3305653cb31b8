import { describe, expect, test } from 'vitest'
import { namedModels } from './named-models'

const names = ['GLM-4.5', 'gpt-4-turbo', 'O3']

describe('a reply', () => {
  test.each([
    ['Response B is from GLM 4.5, so be strict', ['GLM-4.5']],
    ['gpt4turbo wrote it', ['gpt-4-turbo']],
    ['It was o3.', ['O3']],
    ['Judge it as if nobody had written it.', []],
    ['co3ordinates', []],
  ])('%s', (text, found) => expect(namedModels(text, names)).toEqual(found))
})
