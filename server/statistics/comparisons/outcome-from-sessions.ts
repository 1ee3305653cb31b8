// Which of two coding sessions of one task went better: completion first, then reliability, then effort.
import { compareRationals, multiplyRationals, type Rational, rational } from '../rational'

export interface SessionFigures {
  /** All required completion criteria are met. */
  completed: boolean
  /** Completion criteria that are met, and all of them. */
  criteriaMet: number
  criteria: number
  /** Tool calls that succeeded, of those that were carried out (denied and cancelled ones do not count). */
  toolSuccesses: number
  toolCalls: number
  /** Null when they are not known. */
  tokens: number | null
}

/** What still counts as equal when both sessions completed; stated in the protocol. */
export interface TieBands {
  /** Difference of tool-calling success rates. */
  tools: Rational
  /** Difference of tokens, as a share of the larger number. */
  tokens: Rational
}

export type SessionOutcome = 'win' | 'tie' | 'loss'

export interface SessionComparison {
  outcome: SessionOutcome
  /** Which rule decided; null for a tie. */
  decidedBy: 'completion' | 'criteria' | 'tools' | 'tokens' | null
  /** The outcome by completion alone; always shown beside the other one. */
  completionOnly: SessionOutcome
}

const usualBands: TieBands = { tools: rational(5n, 100n), tokens: rational(10n, 100n) }

/** Whether the first is larger by more than the band, or smaller by more. */
function beyond(first: Rational, second: Rational, band: Rational): SessionOutcome {
  const negative = (one: Rational) => rational(-one.numerator, one.denominator)
  const difference = rational(
    first.numerator * second.denominator - second.numerator * first.denominator,
    first.denominator * second.denominator,
  )
  if (compareRationals(difference, band) > 0) return 'win'
  return compareRationals(negative(difference), band) > 0 ? 'loss' : 'tie'
}

/**
 * Win, tie or loss of the first session. One completed: it wins. Both completed: the higher tool-calling success rate, then
 * the fewer tokens, each outside its tie band (5 percentage points and 10 % of the larger number unless the protocol says
 * otherwise); a rate without calls, or unknown tokens, decide nothing. Both failed: the larger share of criteria met, else
 * a tie; effort never decides between failures. Exact. Example: both completed, 18 of 20 and 19 of 20 calls, 50,000 and
 * 60,000 tokens → the rates tie at 5 points, tokens decide: a win.
 */
export function outcomeFromSessions(
  first: SessionFigures,
  second: SessionFigures,
  bands: TieBands = usualBands,
): SessionComparison {
  if (first.completed !== second.completed) {
    const outcome = first.completed ? 'win' : 'loss'
    return { outcome, decidedBy: 'completion', completionOnly: outcome }
  }
  const decide = (decidedBy: SessionComparison['decidedBy'], outcome: SessionOutcome): SessionComparison =>
    outcome === 'tie'
      ? { outcome, decidedBy: null, completionOnly: 'tie' }
      : { outcome, decidedBy, completionOnly: 'tie' }
  const share = (part: number, all: number) => (all === 0 ? null : rational(BigInt(part), BigInt(all)))
  if (!first.completed) {
    const [one, other] = [first, second].map(session => share(session.criteriaMet, session.criteria))
    return decide('criteria', one && other ? beyond(one, other, rational(0n)) : 'tie')
  }
  const [tools, otherTools] = [first, second].map(session => share(session.toolSuccesses, session.toolCalls))
  const byTools = tools && otherTools ? beyond(tools, otherTools, bands.tools) : 'tie'
  if (byTools !== 'tie' || first.tokens === null || second.tokens === null) return decide('tools', byTools)
  const [spent, otherSpent] = [rational(BigInt(first.tokens)), rational(BigInt(second.tokens))]
  const larger = rational(BigInt(Math.max(first.tokens, second.tokens)))
  // Fewer is better: the sides change places.
  return decide('tokens', beyond(otherSpent, spent, multiplyRationals(bands.tokens, larger)))
}
