import { describe, expect, it } from 'vitest'
import case28 from '../gold/28-mixed-model-incomplete.json'
import { makeGoldCheck } from '../make-gold-check'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import { additiveAdjustedDifferences } from './additive-adjusted-differences'
import { blockAdjustedDifferences } from './block-adjusted-differences'
import { meanInterval } from './mean-interval'

makeGoldCheck(
  { ...case28, tolerance: { abs: case28.tolerance.olsAbs, rel: case28.tolerance.olsRel } },
  input => {
    const ratings = input.rows.map(([prompt, rater, model, score]) => ({
      block: `${prompt} ${rater}`,
      item: `${prompt}`,
      rater: `${rater}`,
      model: `${model}`,
      score: Number(score),
    }))
    const differences = blockAdjustedDifferences(ratings, 'A')
    const [b, c] = ['B', 'C'].map(model => differences.find(one => one.model === model))
    const additive = additiveAdjustedDifferences(ratings, 'A')
    const [b2, c2] = ['B', 'C'].map(model => additive.find(one => one.model === model))
    const plain = (model: string) =>
      meanInterval(ratings.filter(one => one.model === model).map(one => one.score)).value
    return {
      n: ratings.length,
      raw_means: { A: plain('A'), B: plain('B'), C: plain('C') },
      ols_prompt_rater: {
        B_minus_A: b2?.value,
        C_minus_A: c2?.value,
        seB: b2?.standardError,
        seC: c2?.standardError,
      },
      within_block: {
        B_minus_A: b?.value,
        C_minus_A: c?.value,
        seB: b?.standardError,
        seC: c?.standardError,
        df: b?.degreesOfFreedom,
      },
    }
  },
  ['reml'],
)

describe('differences within blocks', () => {
  const rate = (block: string, model: string, score: number) => ({ block, model, score })

  it('cancel severity exactly', () => {
    const ratings = [rate('1', 'A', 8), rate('1', 'B', 7), rate('2', 'A', 4), rate('2', 'B', 3), rate('3', 'B', 9)]
    expect(blockAdjustedDifferences(ratings, 'A')[0]).toMatchObject({ model: 'B', p: null, reason: 'zero-variance' })
    expect(blockAdjustedDifferences(ratings, 'A')[0]?.value).toBeCloseTo(-1, 12)
  })

  it('are null when no block links the models', () => {
    const apart = [rate('1', 'A', 8), rate('1', 'A', 7), rate('2', 'B', 4), rate('2', 'B', 3)]
    expect(blockAdjustedDifferences(apart, 'A')[0]).toMatchObject({ value: null, reason: 'too-few-observations' })
  })

  it('cover with missing models and severe raters', { timeout: 60_000 }, () =>
    makeRateCheck(
      random => {
        const { normal } = makeSampler(random)
        const ratings = Array.from({ length: 25 }, (_, block) => {
          const level = 2 * normal()
          const own = [rate(`${block}`, 'A', level + normal()), rate(`${block}`, 'B', level - 0.5 + normal())]
          // The weaker model is missing more often where scores are low.
          return random() < (level < 0 ? 0.7 : 0.2) ? own.slice(0, 1) : own
        })
        const [b] = blockAdjustedDifferences(ratings.flat(), 'A')
        return (b?.lower ?? 9) <= -0.5 && -0.5 <= (b?.upper ?? -9)
      },
      { atLeast: 0.94, atMost: 0.96 },
      1500,
    ),
  )
})
