// Which methods made a figure: to be stored with computed results, so that they can be told from those of other methods.

/**
 * Newest first. The first number grows when a figure changes for the same data, the second when figures are added, the
 * third when only words or digits beyond the displayed ones change. A change of the first number also goes into
 * CHANGELOG.md.
 */
export const methodVersions = [
  {
    version: '1.2.0',
    changes: [
      'Strengths of models have intervals and ranges of ranks from a bootstrap over items; a tie in scores may be a range.',
      'Agreement has AC1 or AC2, the share within one unit, ICC(1) where who judged varies, and α of each two annotators.',
      "Anderson's Q is summed over the sets of models that were shown together; the first slot is compared with the second.",
    ],
  },
  {
    version: '1.1.0',
    changes: [
      'Score tables have standard errors and intervals, over clusters where items name theirs, and means of category means.',
      'Paired differences, views by annotator, at equal length and without what can be doubted are computed for studies.',
    ],
  },
  {
    version: '1.0.0',
    changes: ['The methods that docs/statistics.md lists.'],
  },
] as const satisfies readonly { version: `${number}.${number}.${number}`; changes: readonly string[] }[]

/** The version of the methods in this program. */
export const methodVersion: string = methodVersions[0].version
