import { type Command, Option } from 'commander'
import { countedJudgmentsSchema, type ResultFilter, readResultFilter, withoutSchema } from '../results/filter'

/** What of a study a command looks at, as it is given. */
export interface FilterOptions {
  judgments: string
  language?: string[]
  category?: string[]
  annotator?: string[]
  withoutAnnotator?: string[]
  from?: string
  to?: string
  meta?: string[]
  without?: string[]
}

/** One value each time: what stands behind it is never taken for another one. */
const several = (flags: string, description: string) =>
  new Option(flags, `${description}; may be given several times`).argParser(
    (value: string, given: string[] | undefined) => [...(given ?? []), value],
  )

/** The filter of results, in the words of its address. */
export const addFilterOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--judgments <which>', 'original ones, or adjudicated: decisions of adjudicators in their place')
        .choices(countedJudgmentsSchema.options)
        .default('original'),
    )
    .addOption(several('--language <tag>', 'only items in this language'))
    .addOption(several('--category <short name>', 'only items of this category; "-": of none'))
    .addOption(several('--annotator <pseudonym>', 'only judgments of this annotator'))
    .addOption(several('--without-annotator <pseudonym>', 'without the judgments of this annotator'))
    .option('--from <day>', 'only judgments from this day on (UTC, 2026-01-31)')
    .option('--to <day>', 'only judgments up to this day')
    .addOption(several('--meta <key:value>', 'only items with this metadata'))
    .addOption(several('--without <what>', `leave out ${withoutSchema.options.join(', ')}`))

/** @throws invalid */
export function filterOf(options: FilterOptions): ResultFilter {
  const { withoutAnnotator, ...given } = options
  const asked = ['judgments', 'language', 'category', 'annotator', 'from', 'to', 'meta', 'without'] as const
  return readResultFilter({
    ...Object.fromEntries(asked.map(key => [key, given[key]])),
    'without-annotator': withoutAnnotator,
  })
}
