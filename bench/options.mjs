// The command line of the bench: what to measure, how often and for how long.

export const parts = ['submit', 'next', 'sign-in', 'import', 'export', 'start', 'page', 'results']

export const help = `npm run bench -- [--only PART]… [--rounds N] [--seconds S] [--ratings N] [--quick]

  --only PART   one of ${parts.join(', ')}; may be repeated (default: all)
  --rounds N    rounds of each measurement (default 3)
  --seconds S   seconds of each closed loop (default 6)
  --ratings N   ratings of the study of "results" (default 1000000)
  --quick       one short round on small data, to see that it runs: its ratios prove nothing`

/** Reads `argv`. @throws naming what is wrong */
export function readOptions(argv) {
  const options = { only: [], rounds: 3, seconds: 6, ratings: 1_000_000, quick: false, help: false }
  const rest = [...argv]
  const value = name => {
    const given = rest.shift()
    if (given === undefined) throw new Error(`${name} needs a value\n\n${help}`)
    return given
  }
  const positive = (name, most) => {
    const given = Number(value(name))
    if (!(given > 0 && given <= most)) throw new Error(`${name} takes a number from 1 to ${most}`)
    return given
  }
  while (rest.length > 0) {
    const name = rest.shift()
    if (name === '--only') {
      const part = value(name)
      if (!parts.includes(part)) throw new Error(`--only takes one of ${parts.join(', ')}, not "${part}"`)
      options.only.push(part)
    } else if (name === '--rounds') options.rounds = Math.round(positive(name, 20))
    else if (name === '--seconds') options.seconds = positive(name, 120)
    else if (name === '--ratings') options.ratings = Math.round(positive(name, 100_000_000))
    else if (name === '--quick') Object.assign(options, { quick: true, rounds: 1, seconds: 2, ratings: 50_000 })
    else if (name === '--help' || name === '-h') options.help = true
    else throw new Error(`unknown argument ${name}\n\n${help}`)
  }
  return options
}

/** Whether a part is to be measured. */
export const wants = (options, part) => options.only.length === 0 || options.only.includes(part)
