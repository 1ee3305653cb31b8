// Prints what was measured: a table per part, and the targets at the end.
import { median } from './numbers.mjs'

const number = (value, digits = 1) => (Number.isFinite(value) ? value.toFixed(digits) : '–')
const sideNames = {
  small: 'Assay, small study',
  large: 'Assay, large study',
  minimal: 'minimal Next',
  insert: 'pg insert',
}

function printTable(head, rows) {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map(row => row[at].length)))
  const line = cells =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  ')
  console.log(line(head))
  console.log(widths.map(width => '─'.repeat(width)).join('  '))
  for (const row of rows) console.log(line(row))
}

const over = (results, read) => median(results.map(read))

function loopRow(name, clients, results, step) {
  return [
    name,
    String(clients),
    number(
      over(results, result => result.loopsPerSecond),
      0,
    ),
    number(over(results, result => result.steps[step]?.p50)),
    number(over(results, result => result.steps[step]?.p95)),
    number(over(results, result => result.steps.loop?.p95)),
    number(over(results, result => result.perLoop.webCpuMs)),
    number(over(results, result => result.perLoop.postgresCpuMs)),
    number(over(results, result => result.perLoop.transactions)),
    number(over(results, result => result.perLoop.walKb)),
    String(results.reduce((total, result) => total + result.errors, 0)),
  ]
}

const loopHead = [
  '',
  'clients',
  'loops/s',
  'p50 ms',
  'p95 ms',
  'loop p95',
  'web CPU ms',
  'pg CPU ms',
  'transactions',
  'WAL KB',
  'errors',
]
const lastStep = { small: 'submit', large: 'submit', minimal: 'post', insert: 'insert' }

function printSubmit(rounds) {
  console.log('\nAutosave + submit, closed loops; medians of the rounds. p50 and p95 are of the submit (POST, insert).')
  const rows = []
  for (const side of ['small', 'large', 'minimal', 'insert'])
    for (const clients of Object.keys(rounds[0].levels[side]))
      rows.push(
        loopRow(
          sideNames[side],
          clients,
          rounds.map(round => round.levels[side][clients]),
          lastStep[side],
        ),
      )
  printTable(loopHead, rows)
  const memory = ['small', 'large', 'minimal'].map(
    side =>
      `${sideNames[side]} ${number(
        over(rounds, round => round.memory[side]),
        0,
      )} MB`,
  )
  console.log(`Memory of the web process (PSS) afterwards: ${memory.join(', ')}`)
}

function printNext(rounds) {
  console.log('\nNext item with few and many ratings stored')
  const rows = ['few', 'many'].flatMap(side =>
    Object.keys(rounds[0][side]).map(clients =>
      loopRow(
        side,
        clients,
        rounds.map(round => round[side][clients]),
        'submit',
      ),
    ),
  )
  printTable(loopHead, rows)
}

function printStart(rounds) {
  console.log('\nStart-up, until the first answer that needs the database')
  printTable(
    ['', 'ms', 'memory MB'],
    ['small', 'large', 'minimal'].map(side => [
      sideNames[side],
      number(
        over(rounds, round => round[side].ms),
        0,
      ),
      number(
        over(rounds, round => round[side].memory),
        0,
      ),
    ]),
  )
}

function printSignIn(rounds) {
  console.log('\nSubmits while 10 people sign in at once')
  printTable(
    loopHead,
    ['quiet', 'busy'].map(side =>
      loopRow(
        side,
        rounds[0][side].clients,
        rounds.map(round => round[side]),
        'submit',
      ),
    ),
  )
  console.log(
    `A sign-in took ${number(
      over(rounds, round => round.signInMs.p50),
      0,
    )} ms (p50), ${number(
      over(rounds, round => round.signInMs.p95),
      0,
    )} ms (p95)`,
  )
}

function printImport(rounds) {
  console.log('\nImport')
  console.log(
    `  import ${number(
      over(rounds, round => round.importMs),
      0,
    )} ms, COPY ${number(
      over(rounds, round => round.copyMs),
      0,
    )} ms`,
  )
}

function printExport(rounds) {
  console.log('\nExport of every rating')
  printTable(
    ['', 'ms', 'MB', 'memory + MB'],
    [
      ...Object.keys(rounds[0].exports).map(format => [
        format,
        number(
          over(rounds, round => round.exports[format].ms),
          0,
        ),
        number(over(rounds, round => round.exports[format].bytes) / 1e6, 0),
        number(over(rounds, round => round.exports[format].growthMb)),
      ]),
      [
        'COPY TO',
        number(
          over(rounds, round => round.copyMs),
          0,
        ),
        '–',
        '–',
      ],
    ],
  )
}

const printPage = page =>
  console.log(
    `\nAnnotator's page: ${page.scripts} scripts, ${number(page.kilobytes, 0)} KB gzip (answer ${page.status})`,
  )

function printResultsOfStudies(rounds) {
  console.log('\nResults of a study, milliseconds; medians of the rounds')
  const names = {
    plainMs: 'plain SQL group-by over the joined tables',
    uncachedMs: 'score table, nothing kept',
    cachedMs: 'score table, nothing new',
    incrementalMs: 'score table right after a submit',
    bootstrapMs: '1,000 bootstraps of a Bradley–Terry fit over a million votes',
    stallMs: 'longest stand-still of the event loop meanwhile',
    numpyMs: 'one fit of them in NumPy',
  }
  for (const [key, name] of Object.entries(names))
    console.log(`  ${name.padEnd(62)} ${number(over(rounds, round => round[key])).padStart(9)}`)
  if (rounds.every(round => round.numpyMs === null)) console.log('  (python3 with numpy is not here)')
  const submits = key => `${number(over(rounds, round => round[key].steps.submit?.p95))} ms`
  console.log(`  submit p95 of 10 annotators: ${submits('quiet')}; while an admin looks: ${submits('busy')}`)
  console.log(
    `  the page of results: ${number(
      over(rounds, round => round.lookMs.p50),
      0,
    )} ms (p50)`,
  )
}

const printers = {
  submit: printSubmit,
  next: printNext,
  'sign-in': printSignIn,
  import: printImport,
  export: printExport,
  start: printStart,
  page: printPage,
  results: printResultsOfStudies,
}

/** Prints all parts that were measured. */
export function printResults(results) {
  for (const [part, measured] of Object.entries(results)) if (measured) printers[part](measured)
}

/** Prints the closing table. */
export function printTargets(targets) {
  console.log('\nTargets')
  printTable(
    ['target', 'wanted', 'measured', 'met'],
    targets.map(({ text, limit, value, unit, atMost, met }) => [
      text,
      `${atMost ? '≤' : '≥'} ${limit}${unit}`,
      Number.isFinite(value) ? `${number(value, 2)}${unit}` : 'not measured',
      met === null ? '–' : met ? 'yes' : 'NO',
    ]),
  )
}
