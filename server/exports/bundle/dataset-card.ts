// The card of a data set, as the Hugging Face Hub reads it: README.md with YAML in front.
import { filterText } from '../../results/filter-text'
import type { DataColumn } from '../data/data-column'
import type { BundleFacts } from './bundle-facts'
import { collectionText, isElsewhere, namingText } from './collection-text'
import { count, markdownRows, paragraphs, quoted } from './markdown-parts'
import { criterionText } from './protocol-text'

/** One file of data that the card describes. */
export interface CardFile {
  /** "ratings" */
  name: string
  /** Of the Parquet file, beside the card: "data/ratings.parquet". */
  path: string
  columns: readonly DataColumn[]
}

const bounds = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8]
const names = ['n<1K', '1K<n<10K', '10K<n<100K', '100K<n<1M', '1M<n<10M', '10M<n<100M', '100M<n<1B']

/** The Hub's word for how large a data set is. */
export const sizeCategory = (rows: number): string => names[bounds.filter(bound => rows >= bound).length] ?? 'n>1T'

const featureTypes: Record<DataColumn['type'], string> = {
  word: 'string',
  text: 'string',
  integer: 'int64',
  number: 'float64',
  flag: 'bool',
  time: 'timestamp[ms]',
  texts: 'list of string',
  messages: 'list of {role, content}',
  json: 'JSON',
}

/** JSON is YAML, and escapes everything. */
const yaml = (value: string) => JSON.stringify(value)

/** `files`: those that have rows. `rows`: of the largest. */
export function datasetCard(facts: BundleFacts, files: readonly CardFile[], rows: number): string {
  const { datasheet, protocol, judgments } = facts
  const languages = [
    ...new Set(facts.items.flatMap(row => row.language.split('>').map(tag => tag.split('-')[0] ?? tag))),
  ]
    // ISO 639, as the Hub asks for it; "other" is none.
    .filter(tag => /^[a-z]{2,3}$/.test(tag))
    .sort()
  const front = [
    '---',
    `pretty_name: ${yaml(facts.name)}`,
    ...(languages.length > 0 ? ['language:', ...languages.map(language => `- ${language}`)] : []),
    `license: ${datasheet.licence === '' ? 'unknown' : yaml(datasheet.licence)}`,
    ...creators(facts),
    'size_categories:',
    `- ${sizeCategory(rows)}`,
    'tags:',
    '- human-evaluation',
    ...(files.some(file => file.name === 'preferences') ? ['- preference', '- reward-model'] : []),
    ...(files.length > 0 ? ['configs:'] : []),
    ...files.flatMap(({ name, path }) => [`- config_name: ${name}`, `  data_files: ${path}`]),
    '---',
  ]
  return paragraphs(
    front.join('\n'),
    `# ${facts.name.replace(/\s+/g, ' ')}`,
    facts.disclosure && `**${facts.disclosure}**`,
    filterText(facts.filter),
    quoted(datasheet.purpose, 'What the study was to find out is not stated.'),
    '## What is in it',
    markdownRows(
      ['Language', 'Category', 'Items:'],
      facts.items.map(row => [row.language, row.category ?? '(none)', row.items]),
    ),
    facts.models === null
      ? `Responses of ${count(facts.modelCount, 'model')}; their names are withheld while the study is blind.`
      : `Responses of ${facts.models.map(model => model.name).join(', ')}.`,
    `${count(judgments.live + judgments.recorded, 'judgment')} by ${count(facts.annotators.length, 'annotator')}.`,
    '## How it was collected',
    collectionText(facts),
    `${isElsewhere(facts) ? 'What was recorded' : 'Annotators were asked for'}:\n\n${protocol.criteria.map(one => `- **${one.label}**: ${criterionText(one, !isElsewhere(facts))}.`).join('\n')}`,
    `**Items and responses.**\n\n${quoted(datasheet.sources)}`,
    '## Annotators',
    `**Recruitment.**\n\n${quoted(datasheet.recruitment)}`,
    `**Pay.**\n\n${quoted(datasheet.pay)}`,
    `**Ethics.**\n\n${quoted(datasheet.ethics)}`,
    namingText(facts),
    '## Features',
    ...files.map(({ name, columns }) =>
      paragraphs(
        `### ${name}`,
        markdownRows(
          ['Column', 'Type', 'Meaning'],
          columns.map(column => [column.name, featureTypes[column.type], column.about.replace(/`/g, '')]),
        ),
      ).trimEnd(),
    ),
    '## Licence and citation',
    datasheet.licence === '' ? 'The licence is unknown: ask before you use the data.' : `Licence: ${datasheet.licence}`,
    quoted(datasheet.citation, 'How to cite it is not stated.'),
    datasheet.contact && `Contact: ${datasheet.contact}`,
  )
}

/** Only what is known: that somebody is an expert where the protocol lets nobody else judge, and that imported judgments were found. */
function creators({ judgments, protocol }: BundleFacts): string[] {
  const known = [
    ...(judgments.live > 0 && protocol.expertise === 'require' ? ['- expert-generated'] : []),
    ...(judgments.recorded > 0 ? ['- found'] : []),
  ]
  return known.length > 0 ? ['annotations_creators:', ...known] : []
}
