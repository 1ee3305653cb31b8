import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import case11 from '../gold/11-krippendorff-canonical.json'
import case12 from '../gold/12-icc-shrout-fleiss.json'
import case13 from '../gold/13-fleiss-1971.json'
import case14 from '../gold/14-cohen-kappa.json'
import case15 from '../gold/15-gwet-ac1-ac2.json'
import case16 from '../gold/16-agreement-edge-cases.json'
import { makeGoldCheck } from '../make-gold-check'
import { mulberry32 } from '../random/mulberry32'
import { cohenKappa } from './cohen-kappa'
import { crossTable } from './cross-table'
import { fleissKappa } from './fleiss-kappa'
import { gwetCoefficient } from './gwet-coefficient'
import { intraclassCorrelation } from './intraclass-correlation'
import { krippendorffAlpha } from './krippendorff-alpha'
import { krippendorffAlphaInterval } from './krippendorff-alpha-interval'
import { randolphKappa } from './randolph-kappa'
import { rawAgreement } from './raw-agreement'

type Units = (number | null)[][]
const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const
const limits = (interval: { lower: number | null; upper: number | null }) => [interval.lower, interval.upper]

function alphas(units: Units) {
  const entries = metrics.map(metric => {
    const {
      value,
      reason,
      observedDisagreement,
      expectedDisagreement,
      n,
      units: count,
    } = krippendorffAlpha(units, metric)
    return [metric, { alpha: value, reason, Do: observedDisagreement, De: expectedDisagreement, n, units: count }]
  })
  return Object.fromEntries(entries)
}

makeGoldCheck(case11, input => {
  const bootstrap = krippendorffAlphaInterval(input.units, 'ordinal', { random: mulberry32(7), replicates: 1000 })
  return {
    ...alphas(input.units),
    bootstrap_ordinal: {
      B: 1000,
      seed: 7,
      undefined: bootstrap.undefinedReplicates,
      ci: limits(bootstrap),
      se: bootstrap.standardError,
    },
  }
})

makeGoldCheck(case12, input => {
  const all = intraclassCorrelation(input.matrix)
  const variants = Object.entries(all).flatMap(([key, one]) => {
    if (one === null || !('value' in one)) return []
    const name = key.toUpperCase().replace('K', 'k')
    return [
      [name, one.value],
      [`${name}_ci`, limits(one)],
      [`${name}_F`, one.f],
      [`${name}_p`, one.p],
    ]
  })
  const ms = all.meanSquares
  return {
    ...Object.fromEntries(variants),
    F1: all.icc1.f,
    F3: all.icc3.f,
    MSR: ms?.betweenUnits,
    MSC: ms?.betweenRaters,
    MSE: ms?.residual,
    MSW: ms?.withinUnits,
  }
})

makeGoldCheck(case13, input => {
  const [kappa, ac1] = [fleissKappa(input.counts), gwetCoefficient(input.ratings, input.categories)]
  return {
    fleiss: {
      kappa: kappa.value,
      Pbar: kappa.observedAgreement,
      Pe: kappa.expectedAgreement,
      se0: kappa.nullStandardError,
      z: kappa.z,
    },
    per_category_kappa: kappa.perCategory,
    randolph_free_marginal: randolphKappa(input.counts).value,
    alpha_nominal: alphas(input.ratings).nominal,
    gwet_ac1: {
      coef: ac1.value,
      pa: ac1.observedAgreement,
      pe: ac1.expectedAgreement,
      se: ac1.standardError,
      ci: limits(ac1),
      n: ac1.n,
    },
  }
})

const kappas = (table: number[][]) =>
  Object.fromEntries(
    (['identity', 'linear', 'quadratic'] as const).map(weighting => {
      const one = cohenKappa(table, weighting)
      const {
        value,
        reason,
        observedAgreement: po,
        expectedAgreement: pe,
        standardError: se,
        nullStandardError: se0,
      } = one
      return [weighting, { kappa: value, reason, po, pe, se, se0, ci: limits(one) }]
    }),
  )

makeGoldCheck(case14, input => Object.fromEntries(Object.entries(input).map(([key, table]) => [key, kappas(table)])))

makeGoldCheck(case15, input => {
  const entry = (weighting: 'identity' | 'linear' | 'quadratic' | 'ordinal', categories: number[]) => {
    const one = gwetCoefficient(input.units, categories, weighting)
    const { value, observedAgreement: pa, expectedAgreement: pe, standardError: se, n } = one
    return { coef: value, pa, pe, se, ci: limits(one), n }
  }
  return {
    identity: entry('identity', input.categories),
    linear: entry('linear', input.categories),
    quadratic: entry('quadratic', input.categories),
    ordinal: entry('ordinal', input.categories),
    identity_declared_1_to_7: entry('identity', [1, 2, 3, 4, 5, 6, 7]),
  }
})

makeGoldCheck(case16, input => {
  const icc = (table: number[][]) => {
    const { icc1, icc2, icc3 } = intraclassCorrelation(table)
    return { ICC1: icc1.value, ICC2: icc2.value, ICC3: icc3.value, reason: icc1.reason }
  }
  return {
    ...Object.fromEntries(Object.entries(input.units).map(([name, units]) => [name, alphas(units)])),
    icc_negative: icc(input.icc.negativeICC),
    icc_constant: icc(input.icc.constant),
    icc_identical: icc(input.icc.identicalColumns),
  }
})

const rating = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null })
const someUnits = fc.array(fc.array(rating, { minLength: 3, maxLength: 3 }), { maxLength: 12 })

describe('agreement', () => {
  it('does not depend on the order of units or raters', () => {
    fc.assert(
      fc.property(someUnits, fc.constantFrom(...metrics.slice(0, 3)), (units, metric) => {
        const turned = units.map(unit => unit.toReversed()).toReversed()
        const [one, other] = [krippendorffAlpha(units, metric), krippendorffAlpha(turned, metric)]
        expect(other.reason).toBe(one.reason)
        expect(other.value ?? -9).toBeCloseTo(one.value ?? -9, 9)
        const [ac, turnedAc] = [units, turned].map(some => gwetCoefficient(some, [0, 1, 2, 3], 'quadratic'))
        expect(turnedAc?.value ?? -9).toBeCloseTo(ac?.value ?? -9, 9)
      }),
    )
  })

  it('is at most 1, reached when all agree, and never NaN', () => {
    fc.assert(
      fc.property(someUnits, units => {
        const alpha = krippendorffAlpha(units, 'interval')
        const agreeing = krippendorffAlpha(
          units.map(unit => unit.map(() => unit[0] ?? 0)),
          'interval',
        )
        expect(alpha.value === null).toBe(alpha.reason !== null)
        expect(alpha.value ?? 0).toBeLessThanOrEqual(1 + 1e-12)
        expect([1, null]).toContain(agreeing.value)
        for (const value of Object.values(gwetCoefficient(units, [0, 1, 2, 3]))) expect(value).not.toBeNaN()
      }),
    )
  })

  it('is unchanged by adding a constant (interval), or by any growing map (ordinal)', () => {
    fc.assert(
      fc.property(someUnits, units => {
        const map = (grow: (value: number) => number) =>
          units.map(unit => unit.map(one => (one === null ? null : grow(one))))
        const same = (metric: 'interval' | 'ordinal', mapped: Units) =>
          expect(krippendorffAlpha(mapped, metric).value ?? -9).toBeCloseTo(
            krippendorffAlpha(units, metric).value ?? -9,
            9,
          )
        same(
          'interval',
          map(value => value + 5),
        )
        same(
          'ordinal',
          map(value => value ** 3),
        )
      }),
    )
  })

  it('of raters: rows and columns of a table may be swapped', () => {
    const pairs = fc.array(fc.tuple(rating, rating), { maxLength: 20 })
    fc.assert(
      fc.property(pairs, some => {
        const one = cohenKappa(crossTable(some, [0, 1, 2, 3]), 'linear')
        const other = cohenKappa(
          crossTable(
            some.map(([a, b]) => [b, a] as const),
            [0, 1, 2, 3],
          ),
          'linear',
        )
        expect(other.reason).toBe(one.reason)
        expect(other.value ?? -9).toBeCloseTo(one.value ?? -9, 9)
        expect(other.standardError ?? -9).toBeCloseTo(one.standardError ?? -9, 9)
      }),
    )
  })

  it('raw: counts pairs, also in tenths', () => {
    expect(
      rawAgreement([
        [8, 8],
        [8, 9],
        [3, null],
      ]),
    ).toMatchObject({ value: 0.5, n: 2 })
    expect(
      rawAgreement(
        [
          [8, 8],
          [8, 9],
        ],
        1,
      ).value,
    ).toBe(1)
    expect(rawAgreement([[8.2, 8.3]], 0.1).value).toBe(1)
    expect(rawAgreement([[8, 8, 9]]).value).toBeCloseTo(1 / 3, 12)
    expect(rawAgreement([[8, null]])).toMatchObject({ value: null, reason: 'no-pairable-units' })
  })

  it('of labels is null without units, without pairs and without variation', () => {
    const reasons = [[], [[1, 0]], [[2, 0]]].map(counts => fleissKappa(counts).reason)
    expect(reasons).toEqual(['no-data', 'no-pairable-units', 'no-variation'])
  })

  it('refuses values outside the declared scale, and uneven counts', () => {
    expect(() => gwetCoefficient([[1, 9]], [1, 2, 3])).toThrow(RangeError)
    expect(() =>
      fleissKappa([
        [1, 1],
        [2, 1],
      ]),
    ).toThrow(RangeError)
  })

  it("Randolph's κ is high, not undefined, when everything gets one value, and null without pairs", () => {
    const all = [
      [2, 0, 0],
      [3, 0, 0],
    ]
    expect(randolphKappa(all)).toMatchObject({ value: 1, n: 2, reason: null })
    expect(randolphKappa([[1, 0, 0]])).toMatchObject({ value: null, reason: 'no-pairable-units' })
    expect(randolphKappa([[2]])).toMatchObject({ value: null, reason: 'no-variation' })
    // As often equal as at random.
    expect(
      randolphKappa([
        [2, 0],
        [2, 0],
        [1, 1],
        [1, 1],
      ]).value,
    ).toBeCloseTo(0, 12)
  })

  it('has no interval when too few bootstrap samples have an α', () => {
    const units = [[1, 1], [2, 2], ...Array.from({ length: 30 }, () => [1, null])]
    const one = krippendorffAlphaInterval(units, 'nominal', { random: mulberry32(1), replicates: 300 })
    expect(one).toMatchObject({ value: 1, lower: null, upper: null, reason: 'too-few-replicates' })
    expect(one.undefinedReplicates).toBeGreaterThan(150)
  })

  it('of constant raters who differ by a level is null where it is 0/0, never NaN', () => {
    const { icc2, icc3, icc3k } = intraclassCorrelation([
      [1, 2],
      [1, 2],
      [1, 2],
    ])
    expect(icc2.value).toBe(0)
    expect(icc3).toMatchObject({ value: null, p: null, reason: 'no-variation' })
    expect(icc3k.value).toBeNull()
    expect(intraclassCorrelation([[1, 2]]).icc1).toMatchObject({ value: null, reason: 'too-few-observations' })
  })
})
