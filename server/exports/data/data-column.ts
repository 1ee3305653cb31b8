// What a file of data has in its columns: written once, for every format, the documentation and the bundle's README.

/**
 * word: a text of a closed list, an id or a tag, which no spreadsheet takes for a formula. text: any other. flag: true or
 * false. time: UTC, ISO 8601 with offset. texts: a list. messages: `[{role, content}]`. json: an object, or a list of them.
 */
export type DataType = 'word' | 'text' | 'integer' | 'number' | 'flag' | 'time' | 'texts' | 'messages' | 'json'

export interface DataColumn {
  name: string
  type: DataType
  /** What it says, in plain words. */
  about: string
}
