// README.md of a bundle: what each file and each column is.
import { filterText } from '../../results/filter-text'
import type { DataColumn } from '../data/data-column'
import type { BundleFacts } from './bundle-facts'
import { markdownRows, paragraphs } from './markdown-parts'

export interface BundleEntry {
  name: string
  about: string
}

/** `data`: what lies in data/, by name without ending. `left`: what the study has none of, with the reason. */
export function bundleReadme(
  facts: BundleFacts,
  entries: readonly BundleEntry[],
  data: readonly { name: string; columns: readonly DataColumn[] }[],
  left: readonly BundleEntry[],
): string {
  return paragraphs(
    `# ${facts.name.replace(/\s+/g, ' ')}`,
    facts.disclosure && `**${facts.disclosure}**`,
    filterText(facts.filter),
    'All of a study in one archive. Two bundles of the same data are the same, byte by byte. `checksums.sha256` holds the SHA-256 of every other file: `sha256sum -c checksums.sha256`.',
    '## Files',
    markdownRows(
      ['File', 'What it is'],
      entries.map(({ name, about }) => [name, about]),
    ),
    'CSV is UTF-8 without a byte order mark (RFC 4180, line feeds). Text that a spreadsheet would take for a formula has an apostrophe in front. Times are UTC. Empty: not known, or does not apply. Lists are joined by `|`.',
    'LaTeX files are for `\\input`; their first lines say what the preamble needs. `reproduce.R` needs R 4 or later, and lme4 for the mixed models; it was not run before it was put here.',
    left.length > 0
      ? `## What is not in it\n\n${left.map(({ name, about }) => `- \`${name}\`: ${about}`).join('\n')}`
      : '',
    '## Columns',
    ...data.map(({ name, columns }) =>
      paragraphs(
        `### data/${name}`,
        markdownRows(
          ['Column', 'Type', 'Meaning'],
          columns.map(({ name, type, about }) => [name, type, about.replace(/`/g, '')]),
        ),
      ).trimEnd(),
    ),
  )
}
