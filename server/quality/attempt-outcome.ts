// Decides what becomes of an attempt at a training whose items are all done.

export interface Attempt {
  /** Attempts that ended before this one. */
  before: number
  /** Qualification items of this attempt, and how many of them were met. A skipped one is not met. */
  asked: number
  met: number
}

export interface QualificationRules {
  passShare: number
  attempts: number
}

/** A training without qualification items is passed by going through it. */
export function attemptOutcome(
  { before, asked, met }: Attempt,
  rules: QualificationRules,
): 'passed' | 'again' | 'failed' {
  if (asked === 0 || met / asked >= rules.passShare - 1e-9) return 'passed'
  return before + 1 < rules.attempts ? 'again' : 'failed'
}
