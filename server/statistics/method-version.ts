// Which methods made a figure: to be stored with computed results, so that they can be told from those of other methods.

/**
 * Newest first. The first number grows when a figure changes for the same data, the second when figures are added, the
 * third when only words or digits beyond the displayed ones change. A change of the first number also goes into
 * CHANGELOG.md.
 */
export const methodVersions = [
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
