import { afterAll, expect, it } from 'vitest'
import { disconnect } from '../platform/db'
import { makeDraftStudy, makeReadable } from '../results/make-draft-study'
import { presetProtocol } from '../studies/presets'
import { requireScore } from './queries/require-score'
import { writeJudgments } from './queries/write-judgments'

afterAll(disconnect)

it('a study that asks for no score has no table of judgments, and says so before a byte is written', async () => {
  const draft = await makeDraftStudy({}, presetProtocol('preference'))
  await expect(requireScore(draft)).rejects.toMatchObject({ code: 'blinded' })
  const access = await makeReadable(draft)
  const refusal = { code: 'not_found', message: expect.stringContaining('"Every rating"') }
  await expect(requireScore(access)).rejects.toMatchObject(refusal)
  let pages = 0
  const written = writeJudgments(access, 'pseudonym', async () => {
    pages += 1
  })
  await expect(written).rejects.toMatchObject(refusal)
  expect(pages).toBe(0)
})
