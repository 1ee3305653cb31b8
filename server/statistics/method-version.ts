// Which methods made a figure. Stored with every computed result, so that a figure can be told from one of other methods.

/**
 * Newest first. The first number grows when a figure changes for the same data, the second when figures are added, the
 * third when only words or digits beyond the displayed ones change. A change of the first number also goes into
 * CHANGELOG.md.
 */
export const methodVersions = [
  {
    version: '1.0.0',
    changes: ['The methods that docs/statistics.md lists. The first version that is stored with results.'],
  },
] as const satisfies readonly { version: `${number}.${number}.${number}`; changes: readonly string[] }[]

/** The version of the methods in this program. */
export const methodVersion: string = methodVersions[0].version
