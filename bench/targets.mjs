// What the speed of the product has to reach, computed from what was measured.
import { median, pairedRatio, ratio } from './numbers.mjs'

const loopsPerSecond = result => result?.loopsPerSecond
const p95 = (result, step) => result?.steps[step]?.p95
const p50 = (result, step) => result?.steps[step]?.p50

const atMost = (text, limit, value, unit = '×') => ({ text, limit, value, unit, atMost: true })
const atLeast = (text, limit, value, unit = '×') => ({ text, limit, value, unit, atMost: false })

function submitTargets(rounds) {
  const at = (side, clients) => round => round.levels[side][clients]
  const p95Ratio = clients =>
    pairedRatio(
      rounds,
      round => p95(at('small', clients)(round), 'submit'),
      round => p95(at('minimal', clients)(round), 'post'),
    )
  const throughput = (side, floor, clients) =>
    pairedRatio(
      rounds,
      round => loopsPerSecond(at(side, clients)(round)),
      round => loopsPerSecond(at(floor, clients)(round)),
    )
  const cpu = clients =>
    pairedRatio(
      rounds,
      round => at('small', clients)(round)?.perLoop.webCpuMs,
      round => at('minimal', clients)(round)?.perLoop.webCpuMs,
    )
  const lost = rounds.reduce(
    (total, { stored, storedLarge }) =>
      total + stored.acknowledged - stored.stored + storedLarge.acknowledged - storedLarge.stored,
    0,
  )
  const errors = rounds.reduce(
    (total, { levels }) =>
      total +
      [...Object.values(levels.small), ...Object.values(levels.large)].reduce((sum, { errors }) => sum + errors, 0),
    0,
  )
  const transactions = median(rounds.map(round => at('small', 50)(round)?.perLoop.transactions))
  return [
    atMost('submit p95, 1 annotator, to the minimal POST', 3, p95Ratio(1)),
    atMost(
      'aim: submit p95, 1 annotator, to the single-row insert',
      30,
      pairedRatio(
        rounds,
        round => p95(at('small', 1)(round), 'submit'),
        round => p95(at('insert', 1)(round), 'insert'),
      ),
    ),
    atMost('submit p95, 50 annotators, to the minimal POST', 3, p95Ratio(50)),
    atLeast('throughput, 50 annotators, to the minimal page + POST', 0.5, throughput('small', 'minimal', 50)),
    atLeast('aim: the same', 1, throughput('small', 'minimal', 50)),
    atMost('server CPU per loop, 50 annotators, to the minimal loop', 2.5, cpu(50)),
    atMost('database round trips per autosave + submit', 4.2, transactions, ''),
    atLeast('throughput, 50 annotators, large study to small', 0.9, throughput('large', 'small', 50)),
    atLeast(
      'throughput, small study, 200 annotators to 10',
      0.9,
      pairedRatio(
        rounds,
        round => loopsPerSecond(at('small', 200)(round)),
        round => loopsPerSecond(at('small', 10)(round)),
      ),
    ),
    atMost('errors', 0, errors, ''),
    atMost('acknowledged judgments that are not stored', 0, lost, ''),
    atMost(
      'memory of the web process after the load, to the minimal app',
      2,
      pairedRatio(
        rounds,
        round => round.memory.small,
        round => round.memory.minimal,
      ),
    ),
  ]
}

function nextTargets(rounds) {
  return [
    atMost(
      'next item (p50 of a submit), many stored ratings to few',
      1.5,
      pairedRatio(
        rounds,
        round => p50(round.many[1], 'submit'),
        round => p50(round.few[1], 'submit'),
      ),
    ),
    atLeast(
      'throughput with many stored ratings, 200 annotators to 10',
      0.9,
      pairedRatio(
        rounds,
        round => loopsPerSecond(round.many[200]),
        round => loopsPerSecond(round.many[10]),
      ),
    ),
  ]
}

const startTargets = rounds => [
  atMost(
    'start-up, to the minimal Next app',
    4,
    pairedRatio(
      rounds,
      round => round.small.ms,
      round => round.minimal.ms,
    ),
  ),
  atMost(
    'start-up, large study to small',
    1.2,
    pairedRatio(
      rounds,
      round => round.large.ms,
      round => round.small.ms,
    ),
  ),
]

const signInTargets = rounds => [
  atMost(
    'submit p95 while 10 people sign in at once, to that without',
    3,
    pairedRatio(
      rounds,
      round => p95(round.busy, 'submit'),
      round => p95(round.quiet, 'submit'),
    ),
  ),
]

const importTargets = rounds => [
  atMost(
    'import, to COPY into copies of the same tables',
    5,
    pairedRatio(
      rounds,
      round => round.importMs,
      round => round.copyMs,
    ),
  ),
]

const exportTargets = rounds => [
  atMost(
    'export of every rating as CSV, to COPY TO of the same values',
    6,
    pairedRatio(
      rounds,
      round => round.exports.csv.ms,
      round => round.copyMs,
    ),
  ),
  atMost(
    'export as Parquet, to COPY TO',
    20,
    pairedRatio(
      rounds,
      round => round.exports.parquet.ms,
      round => round.copyMs,
    ),
  ),
  ...Object.entries({ csv: 64, jsonl: 64, parquet: 128 }).map(([format, limit]) =>
    atMost(
      `growth of memory while ${format} is written`,
      limit,
      median(rounds.map(round => round.exports[format].growthMb)),
      ' MB',
    ),
  ),
]

const pageTargets = page => [atMost("first-load JavaScript of the annotator's page", 250, page.kilobytes, ' KB')]

function resultTargets(rounds) {
  const toPlain = key =>
    pairedRatio(
      rounds,
      round => round[key],
      round => round.plainMs,
    )
  return [
    atMost('score table, nothing kept, to the plain group-by', 3, toPlain('uncachedMs')),
    atMost('score table, nothing new, to the plain group-by', 0.1, toPlain('cachedMs')),
    atMost('score table right after a submit, to the plain group-by', 0.1, toPlain('incrementalMs')),
    atMost('score table right after a submit', 2000, median(rounds.map(round => round.incrementalMs)), ' ms'),
    atMost(
      'submit p95 while an admin looks at results, to that without',
      1.2,
      pairedRatio(
        rounds,
        round => p95(round.busy, 'submit'),
        round => p95(round.quiet, 'submit'),
      ),
    ),
    atMost('1,000 bootstraps of a million votes', 2000, median(rounds.map(round => round.bootstrapMs)), ' ms'),
    atMost('the event loop stands still meanwhile', 50, median(rounds.map(round => round.stallMs)), ' ms'),
    atMost(
      'the bootstraps, to one fit in NumPy (where Python has it)',
      1.54,
      pairedRatio(
        rounds,
        round => round.bootstrapMs,
        round => round.numpyMs,
      ),
    ),
  ]
}

const targetsOf = {
  submit: submitTargets,
  next: nextTargets,
  'sign-in': signInTargets,
  import: importTargets,
  export: exportTargets,
  start: startTargets,
  page: pageTargets,
  results: resultTargets,
}

/** Each target of the parts that were measured: `{text, limit, value, unit, atMost, met}`; met is null if not measured. */
export function judgeTargets(results) {
  return Object.entries(results).flatMap(([part, measured]) =>
    (measured ? targetsOf[part](measured) : []).map(target => ({
      ...target,
      met:
        ratio(target.value, 1) === null
          ? null
          : target.atMost
            ? target.value <= target.limit
            : target.value >= target.limit,
    })),
  )
}
